using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Reference.Dirty;
using IoSpec.Reference.Migration;

namespace IoSpec.Reference.Host;

/// <summary>What a host that conforms answers to the steps of a migration; changes nothing.</summary>
/// <remarks>What the functions and who drives them answer, is answered by copies of what the judges know.</remarks>
internal static class MigrationAnswer
{
    public static Observation To(HostState state, HostOperation operation)
    {
        var steps = new List<SteeringStep>();
        switch (operation)
        {
            case HostOperation.StartMigration start:
                Of(state, state.Guest(start.Guest)).Reach(MigrationGoal.Save, steps);
                break;
            case HostOperation.Cancel cancel:
                Of(state, state.Guest(cancel.Guest), goesOn: false).Reach(MigrationGoal.Abort, steps);
                break;
            case HostOperation.Round round:
                var guest = state.Guest(round.Guest);
                foreach (var function in Of(state, guest).Functions) function.ReadSome(steps);
                return new HostObservation.Copied(Dirty(guest), [.. steps]);
            case HostOperation.Advance advance:
                var voyage = Of(state, state.Guest(advance.Guest));
                voyage.Advance(steps);
                if (voyage is { Goal: null, IsCalledOff: false })
                    return Arrived(state, state.Guest(advance.Guest), steps);
                break;
            case HostOperation.Finish finish:
                var rest = Of(state, state.Guest(finish.Guest));
                rest.Finish(steps);
                if (rest.IsCalledOff) break;
                return Arrived(state, state.Guest(finish.Guest), steps);
            default: return new Unsupported("no step of a migration");
        }

        return new HostObservation.Steered([.. steps]);
    }

    // The goal that is being brought about goes on from where it was begun; another one begins where the functions are.
    private static Voyage Of(HostState state, GuestState guest, bool goesOn = true)
    {
        var ids = guest.Steering is { } steering ? steering.Functions : MigrationJudge.Functions(state, guest);
        var functions = new FunctionPort[ids.Length];
        for (var i = 0; i < functions.Length; i++)
        {
            var function = state.Device(ids[i]).Function!;
            functions[i] = FunctionPort.At(
                function, ids[i], new CopiedFunction(function.Model.Copy(), function.Step));
        }

        var group = guest.Steering?.Group ?? new Steering([.. ids], [.. StatesOf(state, ids)]).Group;
        Contracts.Migration.DeviceState[] states =
            [.. goesOn && guest.Steering is { } known ? known.Begun : group.States];
        var before = states;
        var voyage = new Voyage(
            functions, HostRules.Standard, guest.Moves - (guest.Steering is { HasMoved: true } ? 1 : 0),
            (goal, failure) =>
            {
                if (failure is null) before = [.. states];
                else states = [.. before];
                return new GroupDriver(group.Traits, GroupRules.Standard, states, failure).AimAt(goal);
            },
            (_, kind) => Log(guest, kind));
        return guest.Steering is { Goal: { } aim, Calls: var done } ? voyage.At(aim, done) : voyage;
    }

    private static List<MigrationFlags> StatesOf(HostState state, ReadOnlySpan<DeviceId> ids)
    {
        var states = new List<MigrationFlags>();
        foreach (var id in ids) states.Add(state.Configuration.Devices[(int)id.Value].States);
        return states;
    }

    private static SteeringStep Log(GuestState guest, DeviceCallKind kind) => kind switch
    {
        DeviceCallKind.StartLog => new SteeringStep.StartLog(),
        DeviceCallKind.StopLog => new SteeringStep.StopLog(),
        _ => new SteeringStep.CollectLog(Dirty(guest)),
    };

    private static ValueList<PageRun> Dirty(GuestState guest) =>
        TrackerAnswer.To(guest.Dirty.Model, Tracking.Report(guest.Shape)) is DirtyObservation.Bitmap bitmap
            ? bitmap.Dirty
            : [];

    private static HostObservation.Arrived Arrived(HostState state, GuestState guest, List<SteeringStep> steps)
    {
        var stamps = new List<PageStamp>();
        for (var i = 0; i < guest.Memory.Length; i++) Add(stamps, HostLayout.Memory, i, guest.Memory[i]);
        foreach (var device in state.Devices)
        {
            if (!device.HasBar || device.Owner != guest.Id) continue;
            for (var i = 0; i < device.Bar.Length; i++) Add(stamps, HostLayout.Bar(device.Id), i, device.Bar[i]);
        }

        return new HostObservation.Arrived([.. steps], [.. stamps]);
    }

    private static void Add(List<PageStamp> stamps, Gpa first, int page, int writer)
    {
        if (writer >= 0) stamps.Add(new PageStamp(first.Plus((ulong)page * Page.Bytes), new Held(writer)));
    }

    // A function that answers for the plan, and is forgotten afterwards.
    private sealed class CopiedFunction(DeviceModel copy, int first)
        : ITarget<MigrationConfiguration, MigrationOperation>
    {
        private int _step = first;

        public TargetIdentity Identity => new("plan", "");

        public void Reset(MigrationConfiguration configuration) => throw new NotSupportedException();

        public Observation Apply(MigrationOperation operation)
        {
            var answer = DeviceAnswer.To(copy, operation);
            DeviceSteps.Do(copy, operation, _step++);
            return answer;
        }
    }
}
