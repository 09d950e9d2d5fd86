using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>For what a walk reads an entry: the tags under which a cache would hold it.</summary>
/// <param name="Kind">What the entry is for.</param>
/// <param name="Requester">The requester of the request.</param>
/// <param name="Pasid">The PASID that the walk goes on with, or null.</param>
/// <param name="Domain">The tag of a domain or virtual machine: domain id, VMID, GSCID; 0 before it is known.</param>
/// <param name="Space">
/// The tag of an address space in it: PASID of the tables, ASID, PSCID; null if there is none.
/// </param>
/// <param name="Stage">1 for first-stage tables, 2 for second-stage tables, 0 before either.</param>
/// <param name="Level">The level of the entry; 1 has the smallest pages.</param>
/// <param name="At">The address that the tables of the stage translate.</param>
public readonly record struct EntryUse(
    EntryKind Kind,
    RequesterId Requester,
    Pasid? Pasid,
    uint Domain,
    uint? Space,
    int Stage,
    int Level,
    Iova At)
{
    /// <summary>The smallest page of the tables, as a logarithm; 0 where a format has but one.</summary>
    public int Granule { get; init; }

    /// <summary>The number of an interrupt in its table; null where there is none.</summary>
    public uint? Index { get; init; }

    /// <summary>Whether the tables are walked to read the entry of a PASID.</summary>
    public bool ForConfiguration { get; init; }
}
