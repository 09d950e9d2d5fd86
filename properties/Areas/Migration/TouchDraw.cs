using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using IoSpec.Engine;
using IoSpec.Reference.Migration;

namespace IoSpec.Areas.Migration;

/// <summary>Draws accesses to a device: where it must not be touched, only now and then.</summary>
internal static class TouchDraw
{
    public static MigrationOperation? Write(MigrationState plan, ref Choices choices)
    {
        var by = choices.OneIn(3) ? Toucher.Peer : Toucher.User;
        if (StateMachine.IsQuiescent(plan.Model.State)) by = Toucher.Peer;
        if (!MayTouch(plan, by, ref choices)) return null;
        return new MigrationOperation.WriteRegister(by, Register(plan, ref choices), Word(ref choices));
    }

    public static MigrationOperation? Read(MigrationState plan, ref Choices choices) =>
        MayTouch(plan, Toucher.User, ref choices)
            ? new MigrationOperation.ReadRegister(Register(plan, ref choices))
            : null;

    public static MigrationOperation? Work(MigrationState plan, ref Choices choices) =>
        MayTouch(plan, Toucher.User, ref choices)
            ? new MigrationOperation.StartWork((DeviceWork)(7 & choices.Next()))
            : null;

    public static MigrationOperation? Raise(MigrationState plan, ref Choices choices) =>
        MayTouch(plan, Toucher.User, ref choices)
            ? new MigrationOperation.Raise(Vector(plan, ref choices))
            : null;

    public static RegisterIndex Register(MigrationState plan, ref Choices choices) =>
        new((uint)choices.Below(plan.Registers.Length));

    public static VectorIndex Vector(MigrationState plan, ref Choices choices) =>
        new((uint)choices.Below(Math.Max(1, plan.Vectors.Length)));

    public static InterruptLine? Line(ref Choices choices) =>
        choices.OneIn(6) ? null : new InterruptLine(1 + (uint)choices.Below(5));

    public static Word Word(ref Choices choices) => new(choices.Bits(64));

    private static bool MayTouch(MigrationState plan, Toucher by, ref Choices choices)
    {
        var state = plan.Model.State;
        var isFine = StateMachine.IsRunning(state) || (by == Toucher.Peer && StateMachine.IsQuiescent(state));
        return isFine || choices.OneIn(48);
    }
}
