namespace IoSpec.Contracts.Pasids;

/// <summary>Situations that cases of the area <c>pasid</c> are expected to reach.</summary>
public static class PasidCoverpoints
{
    /// <summary>The table.</summary>
    public static CoverTable Table { get; } = new();

    private static readonly Coverpoint[] Units =
        [.. Enum.GetValues<PasidUnit>().Select(unit => Table.Declare($"dma/lands/{unit}".ToLowerInvariant()))];

    private static readonly Coverpoint[] Reasons =
        [.. Enum.GetValues<BlockReason>().Where(reason => reason != BlockReason.Untold)
            .Select(reason => Table.Declare($"dma/blocked/{reason}".ToLowerInvariant()))];

    private static readonly Coverpoint[] Shapes =
        [.. Enum.GetValues<EmulationShape>().Select(shape => Table.Declare($"assigned/{shape}".ToLowerInvariant()))];

    /// <summary>A function without capabilities gets one.</summary>
    public static Coverpoint EmptyChain { get; } = Table.Declare("chain/empty");

    /// <summary>The first capability is hidden.</summary>
    public static Coverpoint FirstHidden { get; } = Table.Declare("chain/first-hidden");

    /// <summary>The chain of the hardware leads backwards.</summary>
    public static Coverpoint Backwards { get; } = Table.Declare("chain/backwards");

    /// <summary>The place that is known for the device is impossible.</summary>
    public static Coverpoint ImpossiblePlace { get; } = Table.Declare("chain/impossible-place");

    /// <summary>The physical function is assigned.</summary>
    public static Coverpoint PhysicalAssigned { get; } = Table.Declare("assigned/physical");

    /// <summary>The physical function turns PASIDs off while a guest has them on.</summary>
    public static Coverpoint TakenAway { get; } = Table.Declare("physical/taken-away");

    /// <summary>A guest has a control bit on that the physical function has off.</summary>
    public static Coverpoint Differs { get; } = Table.Declare("control/differs");

    /// <summary>A request as wide as is allowed.</summary>
    public static Coverpoint WidestPasid { get; } = Table.Declare("dma/widest-pasid");

    /// <summary>A page request of a device whose interface has stopped because of another function.</summary>
    public static Coverpoint StoppedByOther { get; } = Table.Declare("pages/stopped-by-other");

    /// <summary>A request that lands.</summary>
    /// <param name="unit">The IOMMU.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Lands(PasidUnit unit) => Units[(int)unit];

    /// <summary>A request that is blocked.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Blocked(BlockReason reason) => Reasons[(int)reason];

    /// <summary>A function is assigned.</summary>
    /// <param name="shape">Who makes what its guest sees.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Assigned(EmulationShape shape) => Shapes[(int)shape];
}
