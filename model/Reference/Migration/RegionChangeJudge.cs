using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Judges the changes of a device of the first version, and what it says its state is.</summary>
internal static class RegionChangeJudge
{
    public static After Get(RegionState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not MigrationObservation.Holds { Value.Value: var value })
            return MigrationJudge.Garbage(seen, ref verdicts);
        // Bits beyond the ones that are known are reserved.
        var said = (RegionBits)(value & (state.Traits.HasNoDma ? 0xful : 7ul));
        var blamed = BlamedFor(state.Cause);
        if (blamed is not null) verdicts.Met(blamed);
        var believed = state.Belief;
        (state.Belief, state.Cause) = (RegionBelief.Of(said), Cause.Read);
        if (believed.Has(said)) return After.Consistent;
        state.ForgetSegment();
        state.ForgetInternalState();
        if (blamed is null) return After.Consistent;
        verdicts.Violate(blamed, "state", Deviation.WrongValue, $"{believed}", $"{said}");
        return After.Resynchronised;
    }

    public static After Reset(RegionState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Done or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        verdicts.Met(MigrationRequirements.Rst02);
        state.ForgetSegment();
        state.ForgetInternalState();
        if (seen is MigrationObservation.Done)
        {
            (state.Belief, state.Cause) = (RegionBelief.Of(RegionBits.Running), Cause.Reset);
            return After.Consistent;
        }

        verdicts.Violate(
            MigrationRequirements.Rst02, "answer", Deviation.Missing, "the device is reset", seen.ToString());
        return After.Resynchronised;
    }

    public static After Set(RegionState state, RegionBits to, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Done or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        var isDone = seen is MigrationObservation.Done;
        if (state.Belief.IsCertain && MigrationCoverpoints.Change(state.Belief.Word, to) is { } point)
            verdicts.Cover(point);
        if (!state.Traits.IsLegal(to)) return Forbidden(state, to, MigrationRequirements.Bit03, isDone, ref verdicts);
        if (state.Belief.All(RegionWord.IsError))
            return Forbidden(state, to, MigrationRequirements.Bit05, isDone, ref verdicts);
        // A failure on demand is used up by a change that is made, not by one to where the device is.
        var mayBeThere = state.Belief.Has(to);
        var after = isDone ? Done(state, to, ref verdicts) : Failed(state, to, seen, ref verdicts);
        if (!mayBeThere) state.MayFail = false;
        return after;
    }

    private static After Forbidden(
        RegionState state, RegionBits to, Requirement required, bool isDone, ref Verdicts verdicts)
    {
        verdicts.Met(required);
        if (!isDone)
        {
            state.MayBeError();
            state.Cause = Cause.Failed;
            return After.Consistent;
        }

        verdicts.Violate(required, "answer", Deviation.Extra, "refused", "done");
        state.ForgetSegment();
        state.ForgetInternalState();
        (state.Belief, state.Cause) = (RegionBelief.Of(to), Cause.Moved);
        return After.Resynchronised;
    }

    private static Requirement? Demands(RegionState state, RegionBits to)
    {
        if (!state.Belief.IsCertain || state.MayFail) return null;
        var from = state.Belief.Word;
        // A device may find what it has received to be no state of its own.
        var loads = RegionWord.Loads(from) && !RegionWord.Loads(to);
        if (loads && !state.HasReceivedAll) return null;
        if (!RegionWord.IsInDiagram(from, to)) return MigrationRequirements.Bit02;
        return loads ? MigrationRequirements.Win06 : MigrationRequirements.Bit01;
    }

    private static After Failed(RegionState state, RegionBits to, Observation seen, ref Verdicts verdicts)
    {
        var demanded = Demands(state, to);
        if (demanded is not null)
            verdicts.Violate(demanded, "answer", Deviation.Missing, "done", seen.ToString());
        state.MayBeError();
        state.Cause = Cause.Failed;
        state.ForgetSegment();
        state.ForgetInternalState();
        return demanded is null ? After.Consistent : After.Resynchronised;
    }

    private static After Done(RegionState state, RegionBits to, ref Verdicts verdicts)
    {
        if (Demands(state, to) is { } demanded) verdicts.Met(demanded);
        var isKnown = state.Belief.IsCertain;
        var from = state.Belief.Word;
        (state.Belief, state.Cause) = (RegionBelief.Of(to), Cause.Moved);
        if (isKnown && from == to) return After.Consistent;
        state.ForgetSegment();
        if (!isKnown)
        {
            state.ForgetInternalState();
            return After.Consistent;
        }

        if (RegionWord.Loads(from) && !RegionWord.Loads(to)) Load(state);
        else if (RegionWord.Runs(to) && !RegionWord.Runs(from)) ForgetRegisters(state);
        if (RegionWord.Loads(to) && !RegionWord.Loads(from)) BeginToLoad(state);
        Carry(state, from, to);
        return After.Consistent;
    }

    private static void Carry(RegionState state, RegionBits from, RegionBits to)
    {
        if (!RegionWord.Saves(to))
        {
            state.Stream = null;
            return;
        }

        // A device that has stood still and runs again streams something else from then on.
        var isFirst = !RegionWord.Saves(from);
        if (isFirst || (RegionWord.StopsAndSaves(from) && RegionWord.Runs(to)))
            state.Stream = new RegionStream { IsSpoilt = !isFirst };
        if (state.Stream is not { } stream) return;
        if (RegionWord.StopsAndSaves(to)) stream.Saved ??= new SavedState([.. state.Registers], state.Work);
    }

    // What a device that stood still and loaded nothing holds when it runs again is said of the second version only.
    private static void ForgetRegisters(RegionState state)
    {
        Array.Clear(state.Registers);
        state.Work = null;
    }

    private static void BeginToLoad(RegionState state)
    {
        state.Received.Clear();
        state.IsUnclear = false;
        ForgetRegisters(state);
    }

    private static void Load(RegionState state)
    {
        ForgetRegisters(state);
        if (!state.HasReceivedAll) return;
        var saved = state.Whole!.Saved!;
        saved.Registers.CopyTo(state.Registers, 0);
        Array.Fill(state.Origins, Origin.Loaded);
        state.Work = saved.Work;
    }

    // That the word does not change on its own is said of the second version only.
    private static Requirement? BlamedFor(Cause cause) => cause switch
    {
        Cause.Moved => MigrationRequirements.Bit07,
        Cause.Failed => MigrationRequirements.Bit04,
        Cause.Reset => MigrationRequirements.Bit06,
        _ => null,
    };
}
