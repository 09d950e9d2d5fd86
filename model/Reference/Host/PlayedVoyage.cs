using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Reference.Migration;

namespace IoSpec.Reference.Host;

/// <summary>
/// The functions of a guest that is played, and who drives them: a target of the area <c>migration</c>.
/// </summary>
internal static class PlayedVoyage
{
    public static Voyage Of(PlayedHost host, PlayedGuest guest)
    {
        var functions = new List<FunctionPort>();
        var states = new List<MigrationFlags>();
        foreach (var device in host.Devices)
        {
            if (device.Owner != guest || device.Function is not { } function) continue;
            functions.Add(function);
            states.Add(device.States);
        }

        var moves = guest.Moves;
        var asked = functions.Count > 0 ? new Orchestrated(guest.Orchestrator, [.. states]) : null;
        return new Voyage(
            [.. functions], host.Rules, moves,
            (goal, failure) =>
            {
                var calls = asked?.Ask(goal, failure) ?? Alone(goal);
                return calls with { Made = host.Rules.Steers(goal, moves, calls.Made) };
            },
            (goal, kind) => Log(host, guest, goal, kind));
    }

    // Where there is no such function, nobody is needed to drive them.
    private static MigrationObservation.Calls Alone(MigrationGoal goal) =>
        new GroupDriver([], GroupRules.Standard, [], null).AimAt(goal);

    private static SteeringStep Log(PlayedHost host, PlayedGuest guest, MigrationGoal goal, DeviceCallKind kind)
    {
        switch (kind)
        {
            case DeviceCallKind.StartLog:
                guest.Tracker.Apply(new DirtyOperation.Start());
                return new SteeringStep.StartLog();
            case DeviceCallKind.StopLog:
                if (goal != MigrationGoal.Abort || host.Rules.CancelStopsLog)
                    guest.Tracker.Apply(new DirtyOperation.Stop());
                if (goal == MigrationGoal.FinishSave) PlayedCopy.Move(host, guest);
                return new SteeringStep.StopLog();
            default: return new SteeringStep.CollectLog(PlayedCopy.Report(host, guest, host.Rules.CopiesLast));
        }
    }
}
