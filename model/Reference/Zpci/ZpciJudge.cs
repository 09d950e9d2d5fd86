using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>The one judge of the area <c>zpci</c>.</summary>
public static class ZpciJudge
{
    /// <summary>Judges one step.</summary>
    /// <param name="state">The state, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen.</param>
    /// <param name="verdicts">Takes evidence, coverage and violations.</param>
    /// <returns>How judging goes on.</returns>
    public static After Judge(ZpciState state, ZpciOperation operation, Observation seen, ref Verdicts verdicts)
    {
        var after = Of(state, operation, seen, ref verdicts);
        ZpciSteps.Do(state, operation, seen);
        return after;
    }

    private static After Of(ZpciState state, ZpciOperation operation, Observation seen, ref Verdicts verdicts)
    {
        verdicts.Met(ZpciRequirements.Live01);
        return (operation, seen) switch
        {
            (ZpciOperation.Fail, ZpciObservation.Done) => After.Consistent,
            (ZpciOperation.Enable, ZpciObservation.Named named) => Named(state, named.Handle, true, ref verdicts),
            (ZpciOperation.Disable, ZpciObservation.Named named) => Named(state, named.Handle, false, ref verdicts),
            (ZpciOperation.StoreControls, ZpciObservation.Stored stored) => Stored(state, stored, ref verdicts),
            (ZpciOperation.ResetBlock, ZpciObservation.Ended ended) => ResetBlock(state, ended, ref verdicts),
            (ZpciOperation.ResetError, ZpciObservation.Ended ended) => ResetError(ended, ref verdicts),
            (ZpciOperation.BlockStore store, ZpciObservation.Ended ended) =>
                AccessJudge.BlockStore(state, store, ended, ref verdicts),
            (ZpciOperation.Store store, ZpciObservation.Ended ended) =>
                AccessJudge.Store(state, store, ended, ref verdicts),
            (ZpciOperation.Load load, ZpciObservation.Ended ended) =>
                AccessJudge.Load(state, load, ended, ref verdicts),
            (ZpciOperation.Command command, ZpciObservation.Ended ended) =>
                DriverJudge.Command(state, command, ended, ref verdicts),
            (ZpciOperation.Move move, ZpciObservation.Ended ended) =>
                DriverJudge.Move(state, move, ended, ref verdicts),
            (ZpciOperation.Copy copy, ZpciObservation.Ended ended) =>
                CopyJudge.Judge(state, copy, ended, ref verdicts),
            _ => Garbage(seen, ref verdicts),
        };
    }

    private static After Garbage(Observation seen, ref Verdicts verdicts)
    {
        verdicts.Violate(
            ZpciRequirements.Live01, "observation", Deviation.WrongValue, "an answer to the operation",
            seen.ToString());
        return After.Lost;
    }

    private static After Named(ZpciState state, FunctionHandle handle, bool isEnabled, ref Verdicts verdicts)
    {
        verdicts.Met(ZpciRequirements.Fun01);
        if (handle.IsEnabled == isEnabled && (state.Handles.Count == 0 || state.Handles[^1] != handle)
            && !Recent(state).Contains(handle)) return After.Consistent;
        verdicts.Violate(
            ZpciRequirements.Fun01, "handle", Deviation.Stale, "a new handle that tells the state", $"{handle}");
        return After.Lost;
    }

    // The instance in a handle has seven bits: after that many a handle may come again.
    private static IEnumerable<FunctionHandle> Recent(ZpciState state) => state.Handles.TakeLast(120);

    private static After Stored(ZpciState state, ZpciObservation.Stored stored, ref Verdicts verdicts)
    {
        verdicts.Met(ZpciRequirements.Fun04);
        var due = ZpciRules.Standard.Controls(state.Function);
        if (stored.Controls == due) return After.Consistent;
        verdicts.Violate(
            ZpciRequirements.Fun04, "controls", Deviation.WrongValue, $"0x{due:x}", $"0x{stored.Controls:x}");
        return After.Resynchronised;
    }

    private static After ResetBlock(ZpciState state, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        verdicts.Met(ZpciRequirements.Fun03);
        var (condition, status) = state.Function == FunctionState.Error ? (0, 0) : (1, 24);
        if ((seen.Check, seen.Condition, seen.Status) == (ProgramCheck.None, condition, status))
            return After.Consistent;
        verdicts.Violate(
            ZpciRequirements.Fun03, "end", Deviation.WrongValue,
            $"condition code {condition.ToString(CultureInfo.InvariantCulture)}", $"{seen}");
        return After.Lost;
    }

    private static After ResetError(ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        verdicts.Met(ZpciRequirements.Ins03);
        if (seen is { Check: ProgramCheck.None, Condition: 0 }) return After.Consistent;
        verdicts.Violate(ZpciRequirements.Ins03, "end", Deviation.Missing, "condition code 0", $"{seen}");
        return After.Lost;
    }
}
