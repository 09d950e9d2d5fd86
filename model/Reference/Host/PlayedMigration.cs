using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Host;

/// <summary>How a guest is brought to the other host while it runs.</summary>
internal static class PlayedMigration
{
    public static Observation Do(PlayedHost host, HostOperation operation) => operation switch
    {
        HostOperation.StartMigration start => Start(host, host.Guest(start.Guest)),
        HostOperation.Round round => Round(host, host.Guest(round.Guest)),
        HostOperation.Advance advance => Go(host, host.Guest(advance.Guest), isWhole: false),
        HostOperation.Finish finish => Go(host, host.Guest(finish.Guest), isWhole: true),
        HostOperation.Cancel cancel => Cancel(host, host.Guest(cancel.Guest)),
        _ => new Unsupported("no step of a migration"),
    };

    private static Observation Start(PlayedHost host, PlayedGuest guest)
    {
        if (!host.Rules.Migrates(Array.Exists(host.Guests, other => other.IsMigrating)))
            return new HostObservation.Refused(null);
        var steps = new List<SteeringStep>();
        guest.Voyage = PlayedVoyage.Of(host, guest);
        guest.Voyage.Reach(MigrationGoal.Save, steps);
        if (guest.Voyage.IsCalledOff) return CalledOff(host, guest, steps);
        for (var page = 0; page < guest.Staged.Length; page++) PlayedCopy.Stage(host, guest, page);
        PlayedCopy.KeepBars(host, guest);
        return new HostObservation.Steered([.. steps]);
    }

    private static HostObservation.Copied Round(PlayedHost host, PlayedGuest guest)
    {
        var steps = new List<SteeringStep>();
        var dirty = PlayedCopy.Report(host, guest, copies: true);
        foreach (var function in guest.Voyage!.Functions) function.ReadSome(steps);
        return new HostObservation.Copied(dirty, [.. steps]);
    }

    private static HostObservation.Steered Cancel(PlayedHost host, PlayedGuest guest)
    {
        var steps = new List<SteeringStep>();
        guest.Voyage!.Reach(MigrationGoal.Abort, steps);
        return CalledOff(host, guest, steps);
    }

    // The guest stays; a function that was reset is as after any reset.
    private static HostObservation.Steered CalledOff(PlayedHost host, PlayedGuest guest, List<SteeringStep> steps)
    {
        (guest.Voyage, guest.IsStopped) = (null, false);
        foreach (var step in steps)
        {
            if (step is not SteeringStep.Reset reset) continue;
            host.Device(reset.Device).IsMaster = false;
            host.Parent?.Renew(host, host.Device(reset.Device), Occasion.Reset);
        }

        return new HostObservation.Steered([.. steps]);
    }

    private static Observation Go(PlayedHost host, PlayedGuest guest, bool isWhole)
    {
        var steps = new List<SteeringStep>();
        guest.IsStopped = true;
        if (isWhole) guest.Voyage!.Finish(steps);
        else guest.Voyage!.Advance(steps);
        if (guest.Voyage.IsCalledOff) return CalledOff(host, guest, steps);
        if (guest.Voyage.Goal is not null) return new HostObservation.Steered([.. steps]);
        (guest.Voyage, guest.IsStopped) = (null, false);
        return new HostObservation.Arrived([.. steps], PlayedCopy.Arrived(host, guest));
    }
}
