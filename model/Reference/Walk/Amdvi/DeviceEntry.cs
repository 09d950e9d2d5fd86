using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>A device table entry, by the names that the specification gives its fields.</summary>
/// <remarks>Source: AMD-Vi 2.2.2.</remarks>
public readonly ref struct DeviceEntry
{
    /// <summary>The words of an entry.</summary>
    public const int Size = 4;

    private readonly ReadOnlySpan<Word> _words;

    /// <summary>Takes the words of an entry.</summary>
    /// <param name="words">Four words.</param>
    public DeviceEntry(ReadOnlySpan<Word> words) => _words = words;

    /// <summary>Whether the entry counts; otherwise requests pass as they are.</summary>
    public bool V => _words[0].Has(0);

    /// <summary>Whether it says anything of tables.</summary>
    public bool TV => _words[0].Has(1);

    /// <summary>Which marks the unit sets in host tables: bit 0 use, bit 1 change.</summary>
    public ulong HAD => _words[0].Field(8, 7);

    /// <summary>The levels of the host tables, 0 for none.</summary>
    public int Mode => (int)_words[0].Field(11, 9);

    /// <summary>The top host table.</summary>
    public Gpa Root => new(_words[0].Field(51, 12) << 12);

    /// <summary>Whether requests without a PASID use the guest tables of PASID 0.</summary>
    public bool GIOV => _words[0].Has(54);

    /// <summary>Whether there are guest tables.</summary>
    public bool GV => _words[0].Has(55);

    /// <summary>The levels of the GCR3 table, less one.</summary>
    public int GLX => (int)_words[0].Field(57, 56);

    /// <summary>The rights that the entry leaves (IR and IW).</summary>
    public Access Rights => (Access)_words[0].Field(62, 61);

    /// <summary>The domain id.</summary>
    public uint DomainID => (uint)_words[1].Field(15, 0);

    /// <summary>The GCR3 table: bits 14:12, 30:15 and 51:31 of its address lie apart.</summary>
    public Gpa GCR3 => new(
        (_words[0].Field(60, 58) << 12) | (_words[1].Field(31, 16) << 15) | (_words[1].Field(63, 43) << 31));

    /// <summary>Whether the device may cache translations.</summary>
    public bool I => _words[1].Has(32);

    /// <summary>Whether page faults after the first are not recorded.</summary>
    public bool SE => _words[1].Has(33);

    /// <summary>Whether page faults are not recorded.</summary>
    public bool SA => _words[1].Has(34);

    /// <summary>What requests to ports become.</summary>
    public ulong IoCtl => _words[1].Field(36, 35);

    /// <summary>Whether the entry says anything of interrupts.</summary>
    public bool IV => _words[2].Has(0);

    /// <summary>The levels of guest tables, less four.</summary>
    public int GPM => (int)_words[2].Field(55, 54);

    /// <summary>Whether a request uses the guest tables.</summary>
    /// <param name="unit">What the unit can do.</param>
    /// <param name="hasPasid">Whether the request has a PASID.</param>
    /// <returns>True if it does.</returns>
    public bool UsesGuest(AmdviUnit unit, bool hasPasid) =>
        GV && unit.GuestTables && (hasPasid || (GIOV && unit.GuestWithoutPasid));

    internal Word At(int index) => _words[index];
}
