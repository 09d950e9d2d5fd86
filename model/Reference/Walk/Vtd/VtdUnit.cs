using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>What the capability registers say, by the names that the specification gives their fields.</summary>
/// <param name="unit">The registers.</param>
public readonly struct VtdUnit(WalkUnit.Vtd unit)
{
    private Word Cap => unit.Capability;

    private Word Ecap => unit.ExtendedCapability;

    /// <summary>The width of an address of memory (HAW).</summary>
    public int HostWidth => unit.HostAddressWidth;

    /// <summary>The number of bits of a domain id (ND).</summary>
    public int DomainBits => 4 + (2 * (int)Cap.Field(2, 0));

    /// <summary>Whether what is absent or erroneous may be cached (CM).</summary>
    public bool CachingMode => Cap.Has(7);

    /// <summary>The widest input address of the unit, in bits (MGAW).</summary>
    public int GuestWidth => (int)Cap.Field(21, 16) + 1;

    /// <summary>The largest number of pages, as a logarithm, that an invalidation covers (MAMV).</summary>
    public int MostMask => (int)Cap.Field(53, 48);

    /// <summary>Whether first-stage tables can have leaves of 1 GiB (FL1GP).</summary>
    public bool FirstStage1G => Cap.Has(56);

    /// <summary>Whether first-stage tables can have five levels (FL5LP).</summary>
    public bool FirstStage5Levels => Cap.Has(60);

    /// <summary>Whether devices may cache translations (DT).</summary>
    public bool DeviceTlb => Ecap.Has(2);

    /// <summary>Whether interrupt messages can be remapped (IR).</summary>
    public bool RemapsInterrupts => Ecap.Has(3);

    /// <summary>Whether destinations of interrupts can have 32 bits (EIM).</summary>
    public bool ExtendedInterrupts => Ecap.Has(4);

    /// <summary>Whether requests can be passed through (PT).</summary>
    public bool PassThrough => Ecap.Has(6);

    /// <summary>Whether snooping can be forced (SC).</summary>
    public bool SnoopControl => Ecap.Has(7);

    /// <summary>Whether tables can be nested (NEST).</summary>
    public bool Nested => Ecap.Has(26);

    /// <summary>Whether there are PASID tables at all (SMTS).</summary>
    public bool ScalableMode => Ecap.Has(43);

    /// <summary>Whether second-stage entries have marks of use and change (SSADS).</summary>
    public bool SecondStageMarks => Ecap.Has(45);

    /// <summary>Whether there are second-stage tables in scalable mode (SSTS).</summary>
    public bool SecondStage => Ecap.Has(46);

    /// <summary>Whether there are first-stage tables in scalable mode (FSTS).</summary>
    public bool FirstStage => Ecap.Has(47);

    /// <summary>Whether PASIDs are supported (PASID).</summary>
    public bool Pasid => Ecap.Has(40);

    /// <summary>Whether supervisor requests are supported (SRS).</summary>
    public bool Supervisor => Ecap.Has(31);

    /// <summary>Whether execute requests are supported (ERS).</summary>
    public bool Execute => Ecap.Has(30);

    /// <summary>Whether tables of an address width exist (SAGAW).</summary>
    /// <param name="width">The field AW of an entry.</param>
    /// <returns>True if they do.</returns>
    public bool HasWidth(ulong width) => width is >= 1 and <= 3 && Cap.Has(8 + (int)width);

    /// <summary>Whether an entry of a level can be a leaf of second-stage tables (SLLPS).</summary>
    /// <param name="level">The level.</param>
    /// <returns>True for 4 KiB, and for 2 MiB and 1 GiB where the unit has them.</returns>
    public bool HasLeaf(int level) => level == 1 || (level is 2 or 3 && Cap.Has(32 + level));

    /// <summary>Whether the pointer of an entry above the tables is too wide for memory.</summary>
    /// <param name="word">A word whose bits 63:12 hold the address.</param>
    /// <returns>True if a bit at or above the host address width is set.</returns>
    public bool IsPointerBeyondHost(Word word) => word.Field(63, HostWidth) != 0;

    /// <summary>Whether the address of a table entry is too wide for memory.</summary>
    /// <param name="word">A word whose bits 51:12 hold the address.</param>
    /// <returns>True if a bit at or above the host address width is set.</returns>
    public bool IsBeyondHost(Word word) =>
        HostWidth < 52 && word.Field(51, HostWidth) != 0;
}
