using IoSpec.Contracts;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>
/// The one judge of the area <c>host</c>: asks the judges of the other areas about their parts, and steps the state.
/// </summary>
public static class HostJudge
{
    /// <summary>Judges one step.</summary>
    /// <param name="state">The state, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen; never <see cref="Lost"/>.</param>
    /// <param name="verdicts">Takes evidence, coverage and violations.</param>
    /// <returns>How judging goes on.</returns>
    public static After Judge(HostState state, HostOperation operation, Observation seen, ref Verdicts verdicts)
    {
        HostCover.Note(state, operation, seen, ref verdicts);
        var after = (operation, seen) switch
        {
            (HostOperation.Map or HostOperation.Unmap or HostOperation.Invalidate,
                HostObservation.Done or HostObservation.Refused) =>
                GuestJudge.Change(state, operation, seen, ref verdicts),
            (HostOperation.ReadFaults read, HostObservation.Faults faults) =>
                GuestJudge.Faults(state, read, faults, ref verdicts),
            (HostOperation.Dma dma, HostObservation.Moved moved) =>
                TransferJudge.Access(state, dma, moved, ref verdicts),
            (HostOperation.Use use, HostObservation.Moved moved) =>
                TransferJudge.Access(state, LayerAccess.Of(state, use), moved, ref verdicts),
            (HostOperation.Layer layer, HostObservation.Layered layered) =>
                LayerJudge.Judge(state, layer, layered, ref verdicts),
            (HostOperation.Bounce bounce, HostObservation.Layered layered) =>
                PoolJudge.Judge(state, bounce, layered, ref verdicts),
            (HostOperation.Look look, HostObservation.Found found) =>
                PoolJudge.Look(state, look, found, ref verdicts),
            (HostOperation.Drive drive, HostObservation.Driven driven) =>
                QueueJudge.Judge(state, drive, driven, ref verdicts),
            (HostOperation.Configure configure, HostObservation.Configured configured) =>
                ParentJudge.Judge(state, configure, configured, ref verdicts),
            (HostOperation.Assign assign, HostObservation.Given given) =>
                DeviceJudge.Assign(state, assign, given, ref verdicts),
            (HostOperation.Kick kick, HostObservation.Moved moved) =>
                TransferJudge.Kick(state, kick, moved, ref verdicts),
            (HostOperation.Send send, HostObservation.Sent sent) => SendJudge.Judge(state, send, sent, ref verdicts),
            (HostOperation.Inspect inspect, HostObservation.Buffer buffer) =>
                DeviceJudge.Inspect(state, inspect, buffer, ref verdicts),
            (HostOperation.Peek, HostObservation.Content) => After.Consistent,
            (HostOperation.Give give, HostObservation.Done or HostObservation.Refused) =>
                DeviceJudge.Give(state, give, seen is HostObservation.Done, ref verdicts),
            (HostOperation.Round round, HostObservation.Copied copied) =>
                MigrationJudge.Round(state, round, copied, ref verdicts),
            (HostOperation.Advance advance, HostObservation.Steered steered) =>
                MigrationJudge.Advance(state, advance, steered, ref verdicts),
            (HostOperation.Advance advance, HostObservation.Arrived arrived) =>
                MigrationJudge.Arrive(state, advance.Guest, arrived, ref verdicts),
            (HostOperation.Finish finish, HostObservation.Arrived arrived) =>
                MigrationJudge.Arrive(state, finish.Guest, arrived, ref verdicts),
            (HostOperation.Finish finish, HostObservation.Steered steered) =>
                MigrationJudge.Fail(state, finish, steered, ref verdicts),
            (HostOperation.StartMigration start, HostObservation.Steered steered) =>
                MigrationJudge.Start(state, start, steered, ref verdicts),
            (HostOperation.Cancel cancel, HostObservation.Steered steered) =>
                MigrationJudge.Cancel(state, cancel, steered, ref verdicts),
            (HostOperation.Store store, HostObservation.Done) => GuestJudge.Store(state, store, ref verdicts),
            (HostOperation.Restart restart, HostObservation.Done) =>
                GuestJudge.Restart(state, restart, ref verdicts),
            (_, HostObservation.Done) when DeviceJudge.Changes(operation) =>
                DeviceJudge.Change(state, operation, ref verdicts),
            (_, HostObservation.Refused) => Refused(operation, ref verdicts),
            _ => Garbage(seen, ref verdicts),
        };
        if (IommuChange.RangeOf(operation) is var (guest, at, pages))
            QueueState.Settle(state, state.Guest(guest), at, pages);
        state.Advance();
        return after;
    }

    /// <summary>The observation is no answer to the operation.</summary>
    /// <param name="seen">The observation.</param>
    /// <param name="verdicts">Takes the violation.</param>
    /// <returns>The case ends.</returns>
    internal static After Garbage(Observation seen, ref Verdicts verdicts)
    {
        verdicts.Violate(
            HostRequirements.Live01, "observation", Deviation.WrongValue, "an answer to the operation",
            seen.ToString());
        return After.Lost;
    }

    /// <summary>A step of a migration is none that can be made then.</summary>
    /// <param name="step">The step.</param>
    /// <param name="verdicts">Takes the violation.</param>
    /// <returns>The case ends.</returns>
    internal static After NotDue(SteeringStep step, ref Verdicts verdicts)
    {
        verdicts.Violate(
            HostRequirements.Live01, "step", Deviation.WrongValue, "a step of the migration", step.ToString());
        return After.Lost;
    }

    private static After Refused(HostOperation operation, ref Verdicts verdicts)
    {
        verdicts.Violate(HostRequirements.Cap01, "answer", Deviation.Missing, "done", $"{operation} refused");
        return After.Lost;
    }
}
