using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>Judges the rounds of a migration by the judge of the area <c>dirty</c>.</summary>
internal static class MigrationJudge
{
    public static After Turn(HostState state, HostOperation operation, ref Verdicts verdicts)
    {
        verdicts.Met(HostRequirements.Cap01);
        var starts = operation as HostOperation.StartMigration;
        var guest = state.Guest(starts?.Guest ?? ((HostOperation.Cancel)operation).Guest);
        guest.IsMigrating = starts is not null;
        return GuestJudge.Tracker(
            state, guest, starts is not null ? new DirtyOperation.Start() : new DirtyOperation.Stop(),
            DirtyObservation.Done.Instance, ref verdicts);
    }

    public static After Round(
        HostState state, HostOperation.Round round, HostObservation.Copied seen, ref Verdicts verdicts) =>
        Report(state, state.Guest(round.Guest), seen.Dirty, ref verdicts);

    public static After Finish(
        HostState state, HostOperation.Finish finish, HostObservation.Arrived seen, ref Verdicts verdicts)
    {
        var guest = state.Guest(finish.Guest);
        var after = Report(state, guest, seen.Dirty, ref verdicts);
        GuestJudge.Tracker(
            state, guest, new DirtyOperation.Stop(), DirtyObservation.Done.Instance, ref verdicts);
        (guest.IsMigrating, guest.Side) = (false, 1 - guest.Side);
        guest.Moves++;
        return after;
    }

    private static After Report(
        HostState state, GuestState guest, ValueList<PageRun> dirty, ref Verdicts verdicts) => GuestJudge.Tracker(
            state, guest, Tracking.Report(guest.Shape), new DirtyObservation.Bitmap(dirty, GuardsHold: true),
            ref verdicts);
}
