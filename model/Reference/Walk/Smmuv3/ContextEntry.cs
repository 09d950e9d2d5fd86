using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>The fields of a context descriptor, by their names.</summary>
/// <remarks>Source: SMMUv3 5.4; bit n of the entry is bit n % 64 of word n / 64.</remarks>
/// <param name="words">The eight words.</param>
public readonly ref struct ContextEntry(ReadOnlySpan<Word> words)
{
    private readonly ReadOnlySpan<Word> _words = words;

    private Word Low => _words[0];

    /// <summary>Valid.</summary>
    public bool V => Low.Has(31);

    /// <summary>Whether tables have the big byte order.</summary>
    public bool ENDI => Low.Has(15);

    /// <summary>The output size of stage 1.</summary>
    public ulong IPS => Low.Field(34, 32);

    /// <summary>Whether access flags count as set.</summary>
    public bool AFFD => Low.Has(35);

    /// <summary>Whether what is writable is not executed.</summary>
    public bool WXN => Low.Has(36);

    /// <summary>Whether the privileged do not access what others can access.</summary>
    public bool PAN => Low.Has(40);

    /// <summary>Whether tables have 64-bit descriptors.</summary>
    public bool AA64 => Low.Has(41);

    /// <summary>Whether changed pages are marked.</summary>
    public bool HD => Low.Has(42);

    /// <summary>Whether used pages are marked.</summary>
    public bool HA => Low.Has(43);

    /// <summary>Whether faults stall.</summary>
    public bool S => Low.Has(44);

    /// <summary>Whether faults are recorded.</summary>
    public bool R => Low.Has(45);

    /// <summary>Whether faults abort.</summary>
    public bool A => Low.Has(46);

    /// <summary>The tag of the address space.</summary>
    public uint ASID => (uint)Low.Field(63, 48);

    /// <summary>How many bits an input address of a half lacks to 64.</summary>
    public int TxSZ(int half) => (int)(half == 0 ? Low.Field(5, 0) : Low.Field(21, 16));

    /// <summary>The smallest page of a half, as a logarithm; 0 if the field is reserved.</summary>
    public int Granule(int half) => (half, half == 0 ? Low.Field(7, 6) : Low.Field(23, 22)) switch
    {
        (0, 0) or (1, 2) => 12,
        (0, 1) or (1, 3) => 16,
        (0, 2) or (1, 1) => 14,
        _ => 0,
    };

    /// <summary>Whether a half has no tables.</summary>
    public bool EPD(int half) => Low.Has(half == 0 ? 14 : 30);

    /// <summary>Whether the top byte of an address of a half does not count.</summary>
    public bool TBI(int half) => Low.Has(half == 0 ? 38 : 39);

    /// <summary>Whether the rights of tables of a half do not count.</summary>
    public bool HAD(int half) => _words[half + 1].Has(1);

    /// <summary>Whether a half is closed to the unprivileged.</summary>
    public bool E0PD(int half) => _words[half + 1].Has(2);

    /// <summary>The first table of a half, not aligned yet.</summary>
    public Word TTB(int half) => _words[half + 1];
}
