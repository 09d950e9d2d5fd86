using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Reference.Migration;

namespace IoSpec.Reference.Host;

/// <summary>What is done to a function of a host, as the area <c>migration</c> has it.</summary>
internal static class FunctionSteps
{
    /// <summary>The function that a step is done to, and its answer; null for steps that are done to none.</summary>
    public static (DeviceId Device, MigrationObservation Seen)? AnswerOf(SteeringStep step) => step switch
    {
        SteeringStep.SetState set => (set.Device, set.Seen),
        SteeringStep.Reset reset => (reset.Device, reset.Seen),
        SteeringStep.Ask ask => (ask.Device, ask.Seen),
        SteeringStep.Read read => (read.Device, read.Seen),
        SteeringStep.Write write => (write.Device, write.Seen),
        SteeringStep.SetVector vector => (vector.Device, vector.Seen),
        SteeringStep.Raise raise => (raise.Device, raise.Seen),
        SteeringStep.ReadRegister read => (read.Device, read.Seen),
        _ => null,
    };

    /// <summary>The operation; null if it names a session that nobody was seen to open.</summary>
    public static MigrationOperation? OperationOf(MigrationState state, SteeringStep step) => step switch
    {
        SteeringStep.SetState set => new MigrationOperation.SetState(set.To),
        SteeringStep.Reset => new MigrationOperation.Reset(),
        SteeringStep.Ask when Saved(state) is { } session => new MigrationOperation.PreCopyInfo(new(session.Step)),
        SteeringStep.Read read when Saved(state) is { } session =>
            new MigrationOperation.Read(new(session.Step), read.Most),
        SteeringStep.Write write when Saved(state) is { } source && Loading(state) is { } session =>
            new MigrationOperation.Write(
                new(session.Step), new(source.Step), default, write.Most, Tampering.None),
        SteeringStep.SetVector set => new MigrationOperation.SetVector(FunctionWords.Vector, set.Line),
        SteeringStep.Raise => new MigrationOperation.Raise(FunctionWords.Vector),
        SteeringStep.ReadRegister { Register.Value: < FunctionWords.Registers } read =>
            new MigrationOperation.ReadRegister(read.Register),
        _ => null,
    };

    /// <summary>Whether a function that loads has taken all that was saved.</summary>
    public static bool IsAllWritten(MigrationState state) =>
        Saved(state) is { } source && Loading(state) is { } session && session.LeftOf(source).Value == 0;

    private static Session? Saved(MigrationState state) => state.Sessions.FindLast(session => session.Saves);

    private static Session? Loading(MigrationState state) => state.Sessions.FindLast(session => !session.Saves);
}
