using IoSpec.Contracts.Zpci;
using IoSpec.Engine;
using IoSpec.Reference.Zpci;

namespace IoSpec.Areas.Zpci;

/// <summary>Draws what registers interrupts, messages of vectors, and what a guest does about them.</summary>
internal static class InterruptDraw
{
    private static readonly int[] Weights = [12, 4, 2];
    private static readonly int[] WithoutPlace = [4, 1, 8];

    public static ZpciOperation Next(ZpciState plan, ref Choices choices) =>
        choices.Weighted(plan.Interrupts is null ? WithoutPlace : Weights) switch
        {
            0 => new ZpciOperation.Signal(choices.Below(plan.Interrupts?.Vectors ?? plan.Traits.Vectors)),
            1 => new ZpciOperation.TakeInterrupts(),
            _ => Registration(plan, ref choices),
        };

    private static ZpciOperation.Modify Registration(ZpciState plan, ref Choices choices)
    {
        var control = plan.Interrupts is null == choices.OneIn(8)
            ? FunctionControl.DeregisterInterrupts
            : FunctionControl.RegisterInterrupts;
        var place = control == FunctionControl.DeregisterInterrupts || choices.OneIn(8)
            ? null
            : Place(plan.Traits.Vectors, ref choices);
        return new ZpciOperation.Modify(HandleChoice.Current, control, 0, FibShape.Proper, place);
    }

    // Vectors of several bytes, and places that start inside of one.
    private static InterruptPlace Place(int vectors, ref Choices choices) => new(
        choices.OneIn(3) ? 0 : choices.Below(64), choices.OneIn(3) ? 0 : choices.Below(64), choices.Below(8),
        choices.OneIn(3) ? 1 : 1 + choices.Below(vectors), Summary: !choices.OneIn(6));
}
