namespace IoSpec.Contracts.Iommu;

/// <summary>Situations that cases of the area <c>iommu</c> are expected to reach.</summary>
public static class IommuCoverpoints
{
    /// <summary>The table.</summary>
    public static CoverTable Table { get; } = new();

    /// <summary>An access for which only one result was allowed: it had to reach memory.</summary>
    public static Coverpoint Reaches { get; } = Table.Declare("dma/one-result/reaches");

    /// <summary>An access for which only a fault was allowed.</summary>
    public static Coverpoint Faults { get; } = Table.Declare("dma/one-result/faults");

    /// <summary>An access that could reach memory or fault.</summary>
    public static Coverpoint Either { get; } = Table.Declare("dma/several-results/reaches-or-faults");

    /// <summary>An access that could reach one of several pages.</summary>
    public static Coverpoint Versions { get; } = Table.Declare("dma/several-results/several-pages");

    /// <summary>An access that was answered with a former version.</summary>
    public static Coverpoint UsedFormer { get; } = Table.Declare("dma/several-results/former-version-used");

    /// <summary>A fault because the requester is not attached.</summary>
    public static Coverpoint FaultNotAttached { get; } = Table.Declare("fault/not-attached");

    /// <summary>A fault because the address is too wide.</summary>
    public static Coverpoint FaultBeyondWidth { get; } = Table.Declare("fault/beyond-width");

    /// <summary>A fault because nothing is mapped.</summary>
    public static Coverpoint FaultNotMapped { get; } = Table.Declare("fault/not-mapped");

    /// <summary>A fault because the leaf lacks the right.</summary>
    public static Coverpoint FaultLeafRights { get; } = Table.Declare("fault/leaf-rights");

    /// <summary>A fault because a table level lacks the right.</summary>
    public static Coverpoint FaultTableRights { get; } = Table.Declare("fault/table-rights");

    /// <summary>An access of length zero.</summary>
    public static Coverpoint ZeroLength { get; } = Table.Declare("dma/zero-length");

    /// <summary>An access over more than one page.</summary>
    public static Coverpoint ManyPages { get; } = Table.Declare("dma/many-pages");

    /// <summary>A later page of an access faults while the first does not.</summary>
    public static Coverpoint LaterPageFaults { get; } = Table.Declare("dma/many-pages/later-page-faults");

    /// <summary>An access to what is left of a mapping after a part was changed.</summary>
    public static Coverpoint Remainder { get; } = Table.Declare("dma/remainder-of-split-mapping");

    /// <summary>The first page of the address space.</summary>
    public static Coverpoint FirstPage { get; } = Table.Declare("dma/boundary/first-page");

    /// <summary>The last page of the address space.</summary>
    public static Coverpoint LastPage { get; } = Table.Declare("dma/boundary/last-page");

    /// <summary>A mapping of at least 2 MiB.</summary>
    public static Coverpoint LargeMap { get; } = Table.Declare("map/2M-or-more");

    /// <summary>A map over a mapping.</summary>
    public static Coverpoint MapOver { get; } = Table.Declare("map/overlap");

    /// <summary>A range that ends at 2^64 or wraps.</summary>
    public static Coverpoint Wraps { get; } = Table.Declare("map/wraps");

    /// <summary>An unmap of a part of a mapping.</summary>
    public static Coverpoint UnmapPart { get; } = Table.Declare("unmap/part");

    /// <summary>An unmap of nothing.</summary>
    public static Coverpoint UnmapNothing { get; } = Table.Declare("unmap/nothing");

    /// <summary>A domain id that is used again.</summary>
    public static Coverpoint DomainAgain { get; } = Table.Declare("domain/id-used-again");

    /// <summary>A requester that changes domains.</summary>
    public static Coverpoint Moves { get; } = Table.Declare("attach/moves");

    /// <summary>An invalidation that retires a former version.</summary>
    public static Coverpoint Retires { get; } = Table.Declare("invalidate/retires");

    /// <summary>A wait that ends several submitted invalidations.</summary>
    public static Coverpoint AwaitsSeveral { get; } = Table.Declare("invalidate/awaits-several");

    /// <summary>Faults were read while records were kept.</summary>
    public static Coverpoint ReadsRecords { get; } = Table.Declare("faults/read-some");

    /// <summary>More faults than room for records.</summary>
    public static Coverpoint Overflows { get; } = Table.Declare("faults/overflow");
}
