using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>The fields of a stream table entry, by their names.</summary>
/// <remarks>Source: SMMUv3 5.2; bit n of the entry is bit n % 64 of word n / 64.</remarks>
/// <param name="words">The eight words.</param>
public readonly ref struct StreamEntry(ReadOnlySpan<Word> words)
{
    private readonly ReadOnlySpan<Word> _words = words;

    /// <summary>Valid.</summary>
    public bool V => _words[0].Has(0);

    /// <summary>Which stages translate; below 4 nothing passes.</summary>
    public ulong Config => _words[0].Field(3, 1);

    /// <summary>Whether requests are terminated without a word.</summary>
    public bool Aborts => Config < 4;

    /// <summary>Whether stage 1 translates.</summary>
    public bool HasStage1 => Config is 5 or 7;

    /// <summary>Whether stage 2 translates.</summary>
    public bool HasStage2 => Config is 6 or 7;

    /// <summary>The form of the table of context descriptors.</summary>
    public ulong S1Fmt => _words[0].Field(5, 4);

    /// <summary>Where it is.</summary>
    public Gpa S1ContextPtr => new(_words[0].Field(55, 6) << 6);

    /// <summary>How many substreams, as a logarithm.</summary>
    public int S1CDMax => (int)_words[0].Field(63, 59);

    /// <summary>What requests without a substream do.</summary>
    public ulong S1DSS => _words[1].Field(1, 0);

    /// <summary>Whether stage 2 forces the memory type.</summary>
    public bool S2FWB => _words[1].Has(25);

    /// <summary>Whether stage 1 must not stall.</summary>
    public bool S1STALLD => _words[1].Has(27);

    /// <summary>The stream world.</summary>
    public ulong STRW => _words[1].Field(31, 30);

    /// <summary>What requests are taken to be: 2 unprivileged, 3 privileged.</summary>
    public ulong PRIVCFG => _words[1].Field(49, 48);

    /// <summary>What reads are taken to be: 2 of data, 3 of instructions.</summary>
    public ulong INSTCFG => _words[1].Field(51, 50);

    /// <summary>The tag of the virtual machine.</summary>
    public uint S2VMID => (uint)_words[2].Field(15, 0);

    /// <summary>How many bits an intermediate address lacks to 64.</summary>
    public int S2T0SZ => (int)_words[2].Field(37, 32);

    /// <summary>Where the walk starts.</summary>
    public int S2SL0 => (int)_words[2].Field(39, 38);

    /// <summary>The smallest page, as a logarithm; 0 if the field is reserved.</summary>
    public int Granule => _words[2].Field(47, 46) switch
    {
        0 => 12,
        1 => 16,
        2 => 14,
        _ => 0,
    };

    /// <summary>The output size.</summary>
    public ulong S2PS => _words[2].Field(50, 48);

    /// <summary>Whether tables have 64-bit descriptors.</summary>
    public bool S2AA64 => _words[2].Has(51);

    /// <summary>Whether tables have the big byte order.</summary>
    public bool S2ENDI => _words[2].Has(52);

    /// <summary>Whether access flags count as set.</summary>
    public bool S2AFFD => _words[2].Has(53);

    /// <summary>Whether tables of stage 1 must not lie in device memory.</summary>
    public bool S2PTW => _words[2].Has(54);

    /// <summary>Whether changed pages are marked.</summary>
    public bool S2HD => _words[2].Has(55);

    /// <summary>Whether used pages are marked.</summary>
    public bool S2HA => _words[2].Has(56);

    /// <summary>Whether faults stall.</summary>
    public bool S2S => _words[2].Has(57);

    /// <summary>Whether faults are recorded.</summary>
    public bool S2R => _words[2].Has(58);

    /// <summary>The first table of stage 2, not aligned yet.</summary>
    public Word S2TTB => _words[3];

    /// <summary>The tag of the virtual machine under which translations are held.</summary>
    internal uint TagOf(SmmuUnit unit) => unit.Stage2 && (HasStage1 || HasStage2) ? S2VMID : 0;

    /// <summary>The tables of stage 2.</summary>
    internal TableShape Shape(int width) => new(Granule, width, Granule == 12 ? S2SL0 + 2 : S2SL0 + 1);
}
