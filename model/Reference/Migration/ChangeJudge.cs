using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Judges changes of state.</summary>
internal static class ChangeJudge
{
    public static After Undefined(MigrationState state, Observation seen, ref Verdicts verdicts) => seen switch
    {
        MigrationObservation.Failed => Refused(state, MigrationRequirements.Ref01, ref verdicts),
        MigrationObservation.Moved => Undue(
            state, MigrationRequirements.Ref01, Belief.Anything, opened: false, ref verdicts),
        _ => MigrationJudge.Garbage(seen, ref verdicts),
    };

    public static After Judge(MigrationState state, DeviceState to, Observation seen, ref Verdicts verdicts)
    {
        MigrationCover.Change(state, to, ref verdicts);
        var outlook = Outlook.Of(state, to);
        var after = seen switch
        {
            MigrationObservation.Failed when outlook.MustRefuse => Refused(state, Broken(state, to), ref verdicts),
            MigrationObservation.Failed => Failed(state, outlook, seen, ref verdicts),
            MigrationObservation.Moved moved when outlook.MustRefuse => Undue(
                state, Broken(state, to), Belief.Of(to, moved.OpenedSession), moved.OpenedSession, ref verdicts),
            MigrationObservation.Moved when !state.HasHandles => MovedUnseen(state, to, outlook, ref verdicts),
            MigrationObservation.Moved moved => Moved(state, to, outlook, moved.OpenedSession, ref verdicts),
            _ => MigrationJudge.Garbage(seen, ref verdicts),
        };
        // A failure on demand is used up by a change that is made, not by one that may have been refused.
        var mayBeRefused = outlook.MayRefuse && seen is MigrationObservation.Failed;
        if (!outlook.MustRefuse && outlook.HasSteps && !mayBeRefused) state.MayFail = false;
        return after;
    }

    // The requirement behind a refusal.
    private static Requirement Broken(MigrationState state, DeviceState to)
    {
        if (to == DeviceState.Error || !state.Traits.Has(to)) return MigrationRequirements.Ref01;
        return state.Belief.Has(DeviceState.Error) ? MigrationRequirements.Err01 : MigrationRequirements.Blk01;
    }

    private static After Refused(MigrationState state, Requirement requirement, ref Verdicts verdicts)
    {
        verdicts.Met(requirement);
        if (state.Cause != Cause.Disturbed && state.Cause != Cause.Failed) state.Cause = Cause.Refused;
        return After.Consistent;
    }

    private static After Undue(
        MigrationState state, Requirement requirement, Belief belief, bool opened, ref Verdicts verdicts)
    {
        verdicts.Violate(requirement, "answer", Deviation.Extra, "refused", "done");
        Adopt(state, belief, opened);
        return After.Resynchronised;
    }

    private static After Failed(MigrationState state, in Outlook outlook, Observation seen, ref Verdicts verdicts)
    {
        var broken = outlook.Loads == Loading.Must ? MigrationRequirements.Res01 : MigrationRequirements.Arc01;
        var mayFail = state.MayFail || outlook.MayRefuse || outlook.Loads is Loading.May or Loading.MustNot;
        if (outlook.Loads == Loading.MustNot) verdicts.Met(outlook.NotLoaded!);
        if (!mayFail) verdicts.Violate(broken, "answer", Deviation.Missing, "done", seen.ToString());
        if (outlook.Loads != Loading.None && state.Current is { } current) current.IsUnclear = true;
        if (outlook.HasSteps) state.ForgetInternalState();
        if (outlook.HasSteps && !state.HasHandles) state.Current?.Spoil();
        state.Belief = outlook.Failed;
        state.Cause = Cause.Failed;
        return mayFail ? After.Consistent : After.Resynchronised;
    }

    private static After Moved(
        MigrationState state, DeviceState to, in Outlook outlook, bool opened, ref Verdicts verdicts)
    {
        if (outlook.Loads == Loading.MustNot) return LoadedUnduly(state, to, outlook, opened, ref verdicts);
        verdicts.Met(MigrationRequirements.Arc01);
        var belief = opened ? outlook.Opened : outlook.NotOpened;
        var (with, without) = (!outlook.Opened.IsNone, !outlook.NotOpened.IsNone);
        if (with != without)
            verdicts.Met(with ? MigrationRequirements.Ses01 : MigrationRequirements.Ses02);
        if (belief.IsNone)
        {
            verdicts.Violate(
                opened ? MigrationRequirements.Ses02 : MigrationRequirements.Ses01, "session",
                opened ? Deviation.Extra : Deviation.Missing, Words.Session(!opened), Words.Session(opened));
            Adopt(state, Belief.Of(to, isAlive: true).Or(Belief.Of(to, isAlive: false)), opened);
            return After.Resynchronised;
        }

        Carry(state, to, outlook, opened, belief, ref verdicts);
        return After.Consistent;
    }

    // Without handles it is not seen whether a session came with the change.
    private static After MovedUnseen(
        MigrationState state, DeviceState to, in Outlook outlook, ref Verdicts verdicts)
    {
        var opened = !outlook.Opened.IsNone;
        if (outlook.Loads == Loading.MustNot) return LoadedUnduly(state, to, outlook, opened, ref verdicts);
        verdicts.Met(MigrationRequirements.Arc01);
        Carry(state, to, outlook, opened, outlook.Opened.Or(outlook.NotOpened), ref verdicts);
        return After.Consistent;
    }

    private static After LoadedUnduly(
        MigrationState state, DeviceState to, in Outlook outlook, bool opened, ref Verdicts verdicts)
    {
        verdicts.Violate(outlook.NotLoaded!, "answer", Deviation.Extra, "failed", "done");
        Adopt(state, Belief.Of(to, opened), opened);
        return After.Resynchronised;
    }

    // What a change that went well does to everything besides the state.
    private static void Carry(
        MigrationState state, DeviceState to, in Outlook outlook, bool opened, Belief belief, ref Verdicts verdicts)
    {
        var stays = StateMachine.IsSaving(to) && outlook.HasSteps && !opened;
        if (outlook.Loads == Loading.Must) verdicts.Met(MigrationRequirements.Res01);
        Loaded.Carry(state, outlook);
        if (opened) Open(state, saves: to != DeviceState.Resuming);
        else if (stays && state.Current is { } kept) kept.Moved = true;
        if (to == DeviceState.Resuming && outlook.HasSteps) state.ForgetInternalState();
        if (to == DeviceState.StopCopy && state.Current is { Saves: true, Saved: null } saving)
            saving.Saved = new SavedState([.. state.Registers], state.Work);
        state.Belief = belief;
        if (outlook.HasSteps) state.Cause = Cause.Moved;
    }

    private static void Adopt(MigrationState state, Belief belief, bool opened)
    {
        if (opened) Open(state, saves: !belief.Has(DeviceState.Resuming));
        state.ForgetInternalState();
        state.Belief = belief;
        state.Cause = Cause.Disturbed;
        state.Current?.Spoil();
    }

    private static void Open(MigrationState state, bool saves)
    {
        state.Current = new Session(state.Step, saves);
        state.Sessions.Add(state.Current);
    }
}
