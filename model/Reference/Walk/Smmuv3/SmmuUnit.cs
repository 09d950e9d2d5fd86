using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>What the identification registers say, by the names that the specification gives their fields.</summary>
/// <param name="unit">The registers.</param>
public readonly struct SmmuUnit(WalkUnit.Smmuv3 unit)
{
    private static ReadOnlySpan<int> Sizes => [32, 36, 40, 42, 44, 48, 52, 52];

    /// <summary>Whether there is stage 2 (S2P).</summary>
    public bool Stage2 => unit.Idr0.Has(0);

    /// <summary>Whether there is stage 1 (S1P).</summary>
    public bool Stage1 => unit.Idr0.Has(1);

    /// <summary>Whether there are tables of 32-bit descriptors (TTF).</summary>
    public bool HasShortFormat => unit.Idr0.Has(2);

    /// <summary>How far entries are marked: 0 not at all, 1 use, 2 use and change (HTTU).</summary>
    public int Marks => (int)unit.Idr0.Field(7, 6);

    /// <summary>Whether there are EL2 stream worlds (Hyp).</summary>
    public bool Hyp => unit.Idr0.Has(9);

    /// <summary>Whether address space ids have 16 bits (ASID16).</summary>
    public bool WideAsid => unit.Idr0.Has(12);

    /// <summary>Whether virtual machine ids have 16 bits (VMID16).</summary>
    public bool WideVmid => unit.Idr0.Has(18);

    /// <summary>Whether tables of context descriptors can have two levels (CD2L).</summary>
    public bool TwoLevelContexts => unit.Idr0.Has(19);

    /// <summary>Which byte orders there are: 0 both, 2 little, 3 big (TTENDIAN).</summary>
    public ulong Endianness => unit.Idr0.Field(22, 21);

    /// <summary>Whether faults can stall: 0 as configured, 1 never, 2 always (STALL_MODEL).</summary>
    public ulong StallModel => unit.Idr0.Field(25, 24);

    /// <summary>Whether faults always abort (TERM_MODEL).</summary>
    public bool AlwaysAborts => unit.Idr0.Has(26);

    /// <summary>Whether stream tables can have two levels (ST_LEVEL).</summary>
    public bool TwoLevelStreams => unit.Idr0.Field(28, 27) == 1;

    /// <summary>The bits of a StreamID (SIDSIZE).</summary>
    public int StreamBits => (int)unit.Idr1.Field(5, 0);

    /// <summary>The bits of a SubstreamID; 0 if there are none (SSIDSIZE).</summary>
    public int SubstreamBits => (int)unit.Idr1.Field(10, 6);

    /// <summary>Whether an entry can override what a request says of itself (ATTR_PERMS_OVR).</summary>
    public bool OverridesRights => unit.Idr1.Has(26);

    /// <summary>Whether rights of tables can be switched off (HAD).</summary>
    public bool HierarchyCanBeOff => unit.Idr3.Has(2);

    /// <summary>Whether stage 2 tells the execution of the privileged from that of others (XNX).</summary>
    public bool SplitExecution => unit.Idr3.Has(4);

    /// <summary>Whether stage 2 can force the memory type (FWB).</summary>
    public bool ForcesType => unit.Idr3.Has(8);

    /// <summary>Whether tables can be small (STT).</summary>
    public bool SmallTables => unit.Idr3.Has(9);

    /// <summary>Whether invalidations can be of ranges (RIL).</summary>
    public bool Ranges => unit.Idr3.Has(10);

    /// <summary>Whether halves of the address space can be closed to the unprivileged (E0PD).</summary>
    public bool ClosesHalves => unit.Idr3.Has(13);

    /// <summary>The bits of an output address (OAS).</summary>
    public int OutputBits => Math.Min(SizeOf(unit.Idr5.Field(2, 0)), IsFirstRevision ? 48 : 52);

    /// <summary>The bits of an intermediate address (IAS).</summary>
    public int IntermediateBits => HasShortFormat ? Math.Max(40, OutputBits) : OutputBits;

    /// <summary>Whether input addresses can have 52 bits (VAX).</summary>
    public bool WideInput => unit.Idr5.Field(11, 10) != 0;

    /// <summary>Whether it is SMMUv3.0, which leaves more open than later revisions (ArchMinorRev).</summary>
    public bool IsFirstRevision => unit.Aidr.Field(3, 0) == 0;

    /// <summary>Whether tables with a smallest page exist (GRAN4K, GRAN16K, GRAN64K).</summary>
    /// <param name="granule">The page, as a logarithm.</param>
    /// <returns>True if they do.</returns>
    public bool HasGranule(int granule) => granule switch
    {
        12 => unit.Idr5.Has(4),
        14 => unit.Idr5.Has(5),
        16 => unit.Idr5.Has(6),
        _ => false,
    };

    /// <summary>The output bits that a field IPS or S2PS stands for; never more than the unit has.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The bits.</returns>
    public int OutputBitsOf(ulong field) => Math.Min(SizeOf(field), OutputBits);

    private static int SizeOf(ulong field) => Sizes[(int)(field & 7)];
}
