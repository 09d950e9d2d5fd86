using IoSpec.Contracts.Pasids;
using IoSpec.Engine;
using IoSpec.Reference.Pasids;

namespace IoSpec.Areas.Pasids;

/// <summary>Draws the next operation: first what makes anything possible, then mostly what follows a change.</summary>
internal static class PasidDraw
{
    private static readonly int[] Weights =
    [
        10, // a read or a write of registers, anywhere
        14, // of the guest's control bits
        6, // of page requests
        4, // of the physical function's control bits
        26, // access
        10, // bind
        3, // unbind
        4, // invalidate
        14, // page request
        3, // take
        7, // respond
        2, // queue
        2, // reset
        1, // unassign
        2, // assign
        2, // discover
    ];

    private const ulong Always = 0b1010_0000_0001_1011;

    /// <summary>The next operation.</summary>
    public static PasidOperation Next(PlatformState plan, ref Choices choices)
    {
        var features = plan.Configuration.Features;
        if ((features & PasidFeatures.Assign) == 0) return ConfigDraw.Hardware(plan, ref choices);
        if (Preparation(plan, ref choices) is { } first) return first;
        Span<int> weights = stackalloc int[Weights.Length];
        var drawn = choices.Swarm | Always;
        for (var i = 0; i < weights.Length; i++) weights[i] = Weights[i] * (int)((drawn >> i) & 1);
        return Of(choices.Weighted(weights), plan, ref choices) ?? ConfigDraw.Anywhere(plan, ref choices);
    }

    // Without PASIDs of the physical function, and without guests, there is little to see.
    private static PasidOperation? Preparation(PlatformState plan, ref Choices choices)
    {
        if ((plan.PhysicalControl & 1) == 0 && choices.OneIn(4)) return ConfigDraw.PhysicalControl(plan, ref choices);
        if (!plan.Interface.IsEnabled && choices.OneIn(5)) return PagesDraw.Host(plan, ref choices);
        if (plan.Interface.WasFailed && choices.OneIn(4)) return PagesDraw.Recover(plan, ref choices);
        var function = plan.Functions[choices.Below(plan.Functions.Count)];
        return !function.IsAssigned && choices.OneIn(4) ? new PasidOperation.Assign(function.Id) : null;
    }

    private static PasidOperation? Of(int kind, PlatformState plan, ref Choices choices)
    {
        var function = Live(plan, ref choices);
        var id = function.Id;
        return kind switch
        {
            0 => ConfigDraw.Anywhere(plan, ref choices),
            1 => ConfigDraw.GuestControl(function, ref choices),
            2 => PagesDraw.Registers(plan, function, ref choices),
            3 => ConfigDraw.PhysicalControl(plan, ref choices),
            4 => RequestDraw.Dma(
                plan, choices.OneIn(8) ? plan.Functions[choices.Below(plan.Functions.Count)] : function, ref choices),
            5 => RequestDraw.Bind(function, ref choices),
            6 => new PasidOperation.Unbind(id, RequestDraw.Pasid(function, ref choices)),
            7 => new PasidOperation.Invalidate(id),
            8 => PagesDraw.Request(plan, function, ref choices),
            9 => new PasidOperation.TakeRequests(),
            10 => PagesDraw.Respond(plan, function, ref choices),
            11 => new PasidOperation.SetQueue(!plan.QueueIsOn || choices.OneIn(2)),
            12 => new PasidOperation.FunctionReset(id),
            13 => new PasidOperation.Unassign(id),
            14 => new PasidOperation.Assign(new FunctionId((byte)choices.Below(plan.Functions.Count))),
            _ => new PasidOperation.Discover((ConfigSide)choices.Below(2), id),
        };
    }

    // Mostly one that a guest has.
    private static FunctionState Live(PlatformState plan, ref Choices choices)
    {
        var function = plan.Functions[choices.Below(plan.Functions.Count)];
        for (var i = 0; i < plan.Functions.Count && !function.IsAssigned && !choices.OneIn(8); i++)
            function = plan.Functions[choices.Below(plan.Functions.Count)];
        return function;
    }
}
