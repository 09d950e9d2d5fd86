namespace IoSpec.Contracts.Dma;

/// <summary>One thing that the layer did below: to its tables in memory, or to the hypervisor.</summary>
public abstract record DmaAct
{
    private DmaAct()
    {
    }

    /// <summary>It made entries valid, for contiguous memory.</summary>
    /// <param name="At">The first address.</param>
    /// <param name="Memory">What it leads to.</param>
    /// <param name="Writable">Whether devices may write it.</param>
    public sealed record Install(Iova At, Segment Memory, bool Writable) : DmaAct;

    /// <summary>It made entries invalid.</summary>
    /// <param name="At">The first address.</param>
    /// <param name="Pages">How many pages.</param>
    public sealed record Clear(Iova At, PageCount Pages) : DmaAct;

    /// <summary>It asked the hypervisor to look at entries again.</summary>
    /// <param name="Device">For which device.</param>
    /// <param name="At">The first address.</param>
    /// <param name="Pages">How many pages.</param>
    /// <param name="Result">What the hypervisor answered.</param>
    public sealed record Refresh(RequesterId Device, Iova At, PageCount Pages, RefreshResult Result) : DmaAct;
}
