using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Reference.Iommu;

namespace IoSpec.Areas.Iommu;

/// <summary>
/// Draws the next operation: mostly about what exists, with a bias to edges and to what has just changed.
/// </summary>
internal static class IommuDraw
{
    private static readonly int[] Weights =
    [
        5, // create
        2, // destroy
        8, // attach
        3, // detach
        1, // bypass
        14, // map
        9, // unmap
        4, // protect
        3, // restrict
        11, // invalidate
        9, // submit
        3, // await
        40, // dma
        1, // interrupt
        5, // read faults
        3, // clear faults
        1, // reset
    ];

    private const int Crowd = 8;
    private const int Create = 0;
    private const int Attach = 2;
    private const int Map = 5;
    private const int Invalidate = 9;
    private const int Submit = 10;
    private const int Await = 11;
    private const int Dma = 12;
    private const int Reset = 16;
    private const ulong Always = (1ul << Map) | (1ul << Dma);

    public static IommuOperation Next(IommuState plan, ref Choices choices)
    {
        if (choices.OneIn(3) && Reuse.Next(plan, ref choices) is { } reuse) return reuse;
        if (MakesReady(plan, ref choices) is { } first) return Of(first, plan, ref choices);
        Span<int> weights = stackalloc int[Weights.Length];
        var drawn = choices.Swarm | Always;
        for (var i = 0; i < weights.Length; i++) weights[i] = Weights[i] * (int)((drawn >> i) & 1);

        if (choices.Size < 4) weights[Reset] = 0;
        if (plan.Submitted.Count > 1) weights[Await] *= 4;
        var queues = (plan.Traits.Features & IommuFeatures.QueuedInvalidation) != 0;
        if (!queues && !choices.OneIn(8)) weights[Submit] = weights[Await] = 0;
        return Of(choices.Weighted(weights), plan, ref choices);
    }

    // Without a domain, an attachment and a mapping little can happen: so these come first, mostly.
    private static int? MakesReady(IommuState plan, ref Choices choices)
    {
        if (choices.OneIn(4)) return null;
        if (plan.CountDomains() == 0) return Create;
        if (IsCrowded(plan) && choices.OneIn(4)) return Invalidate;
        var attached = 0;
        foreach (var attachment in plan.Attachments) attached += attachment.Now.Kind == PlaceKind.Domain ? 1 : 0;
        if (attached == 0) return Attach;
        foreach (var domain in plan.Domains)
        {
            if (domain.Live.Count > 0) return null;
            if (domain.Exists && domain.Former.Exists(f => f.Version.Destroyed) && choices.OneIn(2)) return null;
        }

        return Map;
    }

    // With too many versions that may still be used an access has too many allowed results to be judged.
    private static bool IsCrowded(IommuState plan)
    {
        foreach (var domain in plan.Domains)
        {
            if (domain.Superseded.Count > Crowd) return true;
        }

        return false;
    }

    private static IommuOperation Of(int kind, IommuState plan, ref Choices choices) => kind switch
    {
        0 => new IommuOperation.CreateDomain(DomainDraw.New(plan, ref choices)),
        1 => DomainDraw.Destroy(plan, ref choices),
        2 => AttachmentDraw.Attach(plan, ref choices),
        3 => AttachmentDraw.Detach(plan, ref choices),
        4 => new IommuOperation.Bypass(AttachmentDraw.Requester(plan, ref choices)),
        5 => MappingDraw.Map(plan, ref choices),
        6 => MappingDraw.Unmap(plan, ref choices),
        7 => MappingDraw.Protect(plan, ref choices),
        8 => MappingDraw.Restrict(plan, ref choices),
        9 => new IommuOperation.Invalidate(ScopeDraw.Next(plan, ref choices)),
        10 => new IommuOperation.SubmitInvalidation(ScopeDraw.Next(plan, ref choices)),
        11 => new IommuOperation.AwaitInvalidations(),
        12 => DmaDraw.Next(plan, ref choices),
        13 => new IommuOperation.Interrupt(
            AttachmentDraw.Requester(plan, ref choices), InterruptWindow.Range.First, (uint)choices.Below(256)),
        14 => new IommuOperation.ReadFaults(),
        15 => new IommuOperation.ClearFaults(),
        _ => new IommuOperation.Reset(),
    };
}
