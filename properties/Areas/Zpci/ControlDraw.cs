using IoSpec.Contracts.Zpci;
using IoSpec.Engine;
using IoSpec.Reference.Zpci;

namespace IoSpec.Areas.Zpci;

/// <summary>Draws requests and instructions that control a function, legal ones and others.</summary>
internal static class ControlDraw
{
    private static readonly int[] Requests = [2, 2, 1, 2, 2, 2, 2, 3];
    private static readonly int[] Instructions = [4, 8, 4, 1, 2, 1, 1, 2];

    public static ZpciOperation Request(ZpciState plan, ref Choices choices) => choices.Weighted(Requests) switch
    {
        0 => new ZpciOperation.Enable(ZpciDraw.Handle(plan, ref choices), choices.Of<int>([0, 1, 1, 2])),
        1 => new ZpciOperation.Disable(ZpciDraw.Handle(plan, ref choices)),
        2 => new ZpciOperation.Configure(),
        3 => Deconfigure(plan, ref choices),
        4 => new ZpciOperation.List(),
        5 => new ZpciOperation.Query(ZpciDraw.Handle(plan, ref choices)),
        6 => new ZpciOperation.QueryGroup(!choices.OneIn(3)),
        _ => new ZpciOperation.BadRequest(choices.Of(Enum.GetValues<RequestDefect>())),
    };

    public static ZpciOperation Instruction(ZpciState plan, ref Choices choices) =>
        choices.Weighted(Instructions) switch
        {
            0 => new ZpciOperation.StoreControls(
                ZpciDraw.Handle(plan, ref choices), choices.OneIn(8) ? 1 : 0, choices.OneIn(8)),
            1 => Modify(plan, ref choices),
            2 => Refresh(plan, ref choices),
            3 => new ZpciOperation.OddPair(choices.Of(Enum.GetValues<PairInstruction>())),
            4 => new ZpciOperation.Fail(),
            5 => new ZpciOperation.ResetError(),
            6 => new ZpciOperation.ResetBlock(),
            _ => Elsewhere(ref choices),
        };

    // Mostly of a function that is disabled: what the handle tells afterwards is open otherwise.
    private static ZpciOperation Deconfigure(ZpciState plan, ref Choices choices) =>
        plan.Function is FunctionState.Disabled or FunctionState.Standby || choices.OneIn(8)
            ? new ZpciOperation.Deconfigure()
            : new ZpciOperation.Disable(HandleChoice.Current);

    private static ZpciOperation.Modify Modify(ZpciState plan, ref Choices choices)
    {
        var control = choices.Of(Enum.GetValues<FunctionControl>());
        if (!plan.HasTables && choices.OneIn(2)) control = FunctionControl.RegisterTables;
        var fib = choices.OneIn(3) ? choices.Of(Enum.GetValues<FibShape>()) : FibShape.Proper;
        return new ZpciOperation.Modify(
            ZpciDraw.Handle(plan, ref choices), control, choices.OneIn(8) ? 1 : 0, fib);
    }

    private static ZpciOperation.Refresh Refresh(ZpciState plan, ref Choices choices) => new(
        ZpciDraw.Handle(plan, ref choices),
        plan.HasTables && !choices.OneIn(6) ? RefreshRange.Inside : choices.Of(Enum.GetValues<RefreshRange>()));

    private static ZpciOperation.Elsewhere Elsewhere(ref Choices choices)
    {
        var isBar = choices.OneIn(3);
        return new ZpciOperation.Elsewhere(
            choices.Of<AccessKind>([AccessKind.Load, AccessKind.Store, AccessKind.BlockStore]), isBar,
            isBar ? choices.Of<int>([1, 3, 4, 5]) : 6 + (int)choices.Below(9ul));
    }
}
