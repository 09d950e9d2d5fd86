using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Migration;

namespace IoSpec.Contracts.Host;

/// <summary>One thing that a host does to a function that it migrates, or to the log of its guest's memory.</summary>
/// <remarks>A function has one session at a time that saves, and one that loads what that one has given.</remarks>
public abstract record SteeringStep
{
    private SteeringStep()
    {
    }

    /// <summary>The log of the guest's memory is started.</summary>
    public sealed record StartLog : SteeringStep;

    /// <summary>The log is read, and what it names is copied.</summary>
    /// <param name="Dirty">The pages, counted from the first of the guest's memory.</param>
    public sealed record CollectLog(ValueList<PageRun> Dirty) : SteeringStep;

    /// <summary>The log is stopped; where the devices were saved, the guest is in the other host from now on.</summary>
    public sealed record StopLog : SteeringStep;

    /// <summary>All that a goal takes was done.</summary>
    /// <param name="Goal">The goal.</param>
    public sealed record Reached(MigrationGoal Goal) : SteeringStep;

    /// <summary>A goal is given up, because a function did not change its state; the migration is called off.</summary>
    /// <param name="Goal">The goal.</param>
    public sealed record Failed(MigrationGoal Goal) : SteeringStep;

    /// <summary>A function is asked for a change of state.</summary>
    /// <param name="Device">The function.</param>
    /// <param name="To">The state.</param>
    /// <param name="Seen">Its answer.</param>
    public sealed record SetState(DeviceId Device, DeviceState To, MigrationObservation Seen) : SteeringStep;

    /// <summary>A function is reset after a change that failed, or a fresh one is taken in the other host.</summary>
    /// <param name="Device">The function.</param>
    /// <param name="Seen">Its answer.</param>
    public sealed record Reset(DeviceId Device, MigrationObservation Seen) : SteeringStep;

    /// <summary>A function is asked what is left to read before it stops.</summary>
    /// <param name="Device">The function.</param>
    /// <param name="Seen">Its answer.</param>
    public sealed record Ask(DeviceId Device, MigrationObservation Seen) : SteeringStep;

    /// <summary>Saved state is read from a function.</summary>
    /// <param name="Device">The function.</param>
    /// <param name="Most">The most bytes.</param>
    /// <param name="Seen">Its answer.</param>
    public sealed record Read(DeviceId Device, ByteCount Most, MigrationObservation Seen) : SteeringStep;

    /// <summary>The next part of what was read is written to a function.</summary>
    /// <param name="Device">The function.</param>
    /// <param name="Most">The most bytes.</param>
    /// <param name="Seen">Its answer.</param>
    public sealed record Write(DeviceId Device, ByteCount Most, MigrationObservation Seen) : SteeringStep;

    /// <summary>It is said where the interrupts of a function are to arrive.</summary>
    /// <param name="Device">The function.</param>
    /// <param name="Line">Where.</param>
    /// <param name="Seen">Its answer.</param>
    public sealed record SetVector(DeviceId Device, InterruptLine Line, MigrationObservation Seen) : SteeringStep;

    /// <summary>A function that has arrived is made to raise an interrupt.</summary>
    /// <param name="Device">The function.</param>
    /// <param name="Seen">Its answer.</param>
    public sealed record Raise(DeviceId Device, MigrationObservation Seen) : SteeringStep;

    /// <summary>A word of a function that has arrived is read.</summary>
    /// <param name="Device">The function.</param>
    /// <param name="Register">The word.</param>
    /// <param name="Seen">Its answer.</param>
    public sealed record ReadRegister(DeviceId Device, RegisterIndex Register, MigrationObservation Seen)
        : SteeringStep;
}
