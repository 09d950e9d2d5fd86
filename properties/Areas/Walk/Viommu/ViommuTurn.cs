using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Viommu;

/// <summary>Draws the next operation on a virtio IOMMU: what changes is used, and used again once it is gone.</summary>
internal static class ViommuTurn
{
    private static readonly int[] Weights =
    [
        40, // dma
        10, // map
        12, // unmap
        3, // attach
        4, // detach
        2, // probe
        14, // a request with something wrong
        8, // read faults
        2, // bypass
        1, // reset
    ];

    public static WalkOperation Next(WalkState plan, FormatDraw draw, WalkFormat format, ref Choices choices)
    {
        if (plan.Commands.IsAwaited)
            return choices.OneIn(64) ? new WalkOperation.Reset() : new WalkOperation.Await();
        var request = RequestDraw.Next(plan, draw, ref choices);
        if (plan.Last is WalkOperation.Await or WalkOperation.Program && choices.OneIn(2))
            return RequestDraw.Access(plan, request, ref choices);
        if (Repair(plan, format, request, ref choices) is { } repair) return Submit(repair);
        var (endpoint, at) = (request.Requester, request.At);
        return choices.Weighted(Weights) switch
        {
            1 => Submit(ViommuPlan.Map(plan, endpoint, at, ref choices)),
            2 => Submit(ViommuPlan.Unmap(plan, endpoint, at, ref choices)),
            3 => Submit(ViommuPlan.Attach(plan, endpoint, ref choices)),
            4 => Submit(ViommuPlan.Detach(plan, endpoint, ref choices)),
            5 => Submit(ViommuPlan.Probe(plan, endpoint)),
            6 => Submit(ViommuMisuse.Spoil(plan, Any(plan, endpoint, at, ref choices), ref choices)),
            7 => new WalkOperation.ReadFaults(),
            8 when ViommuPlan.UnitOf(plan).HasBypass => new WalkOperation.Program(
                UnitRegister.Bypass, new Word(plan.Register(UnitRegister.Bypass).Now.Value ^ 1)),
            9 when plan.Moment > 8 => new WalkOperation.Reset(),
            _ => RequestDraw.Access(plan, request, ref choices),
        };
    }

    // What does not reach memory is attached first, then mapped, mostly.
    private static ViommuBytes? Repair(
        WalkState plan, WalkFormat format, in WalkRequest request, ref Choices choices)
    {
        if (choices.OneIn(3)) return null;
        return Trail.EndOf(plan, format, request).Result.Fault?.Cause switch
        {
            WalkCause.NotConfigured => ViommuPlan.Attach(plan, request.Requester, ref choices),
            WalkCause.NotPresent => ViommuPlan.Map(plan, request.Requester, request.At, ref choices),
            WalkCause.NoRight when choices.OneIn(2) =>
                ViommuPlan.Unmap(plan, request.Requester, request.At, ref choices),
            _ => null,
        };
    }

    private static ViommuBytes Any(WalkState plan, RequesterId endpoint, Iova at, ref Choices choices) =>
        choices.Below(8) switch
        {
            0 or 1 => ViommuPlan.Attach(plan, endpoint, ref choices),
            2 => ViommuPlan.Detach(plan, endpoint, ref choices),
            3 => ViommuPlan.Probe(plan, endpoint),
            4 or 5 => ViommuPlan.Unmap(plan, endpoint, at, ref choices),
            _ => ViommuPlan.Map(plan, endpoint, at, ref choices),
        };

    private static WalkOperation.Submit Submit(ViommuBytes request) => new(request.Words());
}
