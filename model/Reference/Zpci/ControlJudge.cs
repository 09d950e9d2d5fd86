using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>Judges the instructions that control a function.</summary>
internal static class ControlJudge
{
    private const int StateBits = 0xe0;
    private const int TablesBit = 0x10;

    public static After Modify(
        ZpciState state, ZpciOperation.Modify modify, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        var faults = new List<Fault>();
        ControlRules.Modify(state, modify, faults);
        return End(faults, ZpciRequirements.Control.Ioa01, seen, ref verdicts);
    }

    public static After Refresh(
        ZpciState state, ZpciOperation.Refresh refresh, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        var faults = new List<Fault>();
        ControlRules.Refresh(state, refresh, faults);
        return End(faults, ZpciRequirements.Control.Ref01, seen, ref verdicts);
    }

    public static After Elsewhere(
        ZpciState state, ZpciOperation.Elsewhere elsewhere, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        var faults = new List<Fault>();
        ControlRules.Elsewhere(state, elsewhere, faults);
        return AccessJudge.Rejected(faults, seen, ref verdicts);
    }

    public static After OddPair(ZpciObservation.Ended seen, ref Verdicts verdicts) =>
        AccessJudge.Rejected([ControlRules.OddPair], seen, ref verdicts);

    public static After StoreRejected(
        ZpciState state, ZpciOperation.StoreControls store, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        var faults = new List<Fault>();
        ControlRules.StoreControls(state, store, faults);
        if (faults.Count > 0) return AccessJudge.Rejected(faults, seen, ref verdicts);
        verdicts.Violate(ZpciRequirements.Fun04, "end", Deviation.Missing, "the state is stored", $"{seen}");
        return After.Resynchronised;
    }

    public static After Stored(
        ZpciState state, ZpciOperation.StoreControls store, ZpciObservation.Stored seen, ref Verdicts verdicts)
    {
        var faults = new List<Fault>();
        ControlRules.StoreControls(state, store, faults);
        if (faults.Count > 0)
        {
            verdicts.Violate(faults[0].Requirement, "end", Deviation.Extra, "nothing is stored", $"{seen}");
            return After.Resynchronised;
        }

        verdicts.Met(ZpciRequirements.Fun04);
        var due = ZpciRules.Standard.Controls(state.Function);
        if ((seen.Controls & StateBits) != due)
        {
            verdicts.Violate(
                ZpciRequirements.Fun04, "controls", Deviation.WrongValue, $"0x{due:x}", $"0x{seen.Controls:x}");
            return After.Resynchronised;
        }

        return due == 0 ? After.Consistent : Tables(state, seen, ref verdicts);
    }

    public static After ResetBlock(ZpciState state, ZpciObservation.Ended seen, ref Verdicts verdicts) => Reset(
        state, state.Function == FunctionState.Error, ZpciRequirements.Fun03, seen, ref verdicts);

    public static After ResetError(ZpciState state, ZpciObservation.Ended seen, ref Verdicts verdicts) => Reset(
        state, state.Function is FunctionState.Error or FunctionState.Blocked, ZpciRequirements.Control.Fun08, seen,
        ref verdicts);

    private static After Reset(
        ZpciState state, bool isDone, Requirement rule, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        var isOff = state.Function is FunctionState.Disabled or FunctionState.Standby;
        if (isOff) rule = ZpciRequirements.Control.Fun09;
        verdicts.Met(rule);
        var (condition, status) = isOff ? (3, 0) : isDone ? (0, 0) : (1, 24);
        if ((seen.Check, seen.Condition, seen.Status) == (ProgramCheck.None, condition, status))
            return After.Consistent;
        verdicts.Violate(
            rule, "end", Deviation.WrongValue,
            string.Create(CultureInfo.InvariantCulture, $"condition code {condition}, status {status}"), $"{seen}");
        return After.Lost;
    }

    private static After Tables(ZpciState state, ZpciObservation.Stored seen, ref Verdicts verdicts)
    {
        var control = ZpciRequirements.Control;
        var broken = state.HadTables && !state.HasTables ? control.Ioa05 : control.Ioa02;
        verdicts.Met(broken);
        var due = state.HasTables
            ? (TablesBit, state.Traits.FirstDma, ZpciAnswer.LastOf(state.Traits), ZpciGuest.Tables)
            : (0, default, default, 0ul);
        if ((seen.Controls & TablesBit, seen.First, seen.Last, seen.Tables.Value) == due) return After.Consistent;
        verdicts.Violate(broken, "tables", Deviation.WrongValue, $"{due}", $"{seen}");
        return After.Resynchronised;
    }

    private static After End(
        List<Fault> faults, Requirement done, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        if (faults.Count > 0) return AccessJudge.Rejected(faults, seen, ref verdicts);
        verdicts.Met(done);
        if (AccessJudge.IsDone(seen)) return After.Consistent;
        verdicts.Violate(done, "end", Deviation.Missing, "condition code 0", $"{seen}");
        return After.Resynchronised;
    }
}
