using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>Faults with what their events say.</summary>
internal static class SmmuFault
{
    /// <summary>An error of the configuration: always recorded.</summary>
    public static WalkResult OfConfiguration(WalkCause cause, int code) =>
        WalkResult.Of(new WalkFault(cause, [code], Logging.Must));

    /// <summary>A read of a configuration entry that was aborted.</summary>
    public static WalkResult OfRead(int code, Gpa at) =>
        WalkResult.Of(new WalkFault(WalkCause.Unreadable, [code], Logging.Must) { Second = at });

    /// <summary>A fault that is recorded if the configuration of its stage says so.</summary>
    public static WalkResult OfStage1(WalkCause cause, int code, bool isRecorded) => WalkResult.Of(
        new WalkFault(cause, [code], isRecorded ? Logging.Must : Logging.Never)
        {
            SecondStage = false,
            Class = SmmuClass.Input,
        });

    /// <summary>A fault of stage 2 on the way to something.</summary>
    public static WalkResult OfStage2(WalkCause cause, int code, bool isRecorded, int part, Gpa intermediate) =>
        WalkResult.Of(new WalkFault(cause, [code], isRecorded ? Logging.Must : Logging.Never)
        {
            SecondStage = true,
            Class = part,
            Second = intermediate,
        });

    /// <summary>A table that cannot be read.</summary>
    public static WalkResult OfTable(bool isSecond, int part, Gpa at) =>
        WalkResult.Of(new WalkFault(WalkCause.Unreadable, [SmmuCode.WalkAborted], Logging.Must)
        {
            SecondStage = isSecond,
            Class = part,
            Second = at,
        });
}
