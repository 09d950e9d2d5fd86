using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>Judges how requests to the logical processor and to the service-call processor are answered.</summary>
internal static class RequestJudge
{
    public static After Responded(
        ZpciState state, ZpciOperation operation, ZpciObservation.Responded seen, ref Verdicts verdicts)
    {
        var isRefused = Refused(state, operation, seen.Check, seen.Condition, seen.Code, ref verdicts, out var after);
        if (isRefused || operation is not (ZpciOperation.Enable or ZpciOperation.Disable)) return after;
        return Named(state, seen.Handle, operation is ZpciOperation.Enable, ref verdicts);
    }

    public static After Configured(
        ZpciState state, bool becomes, ZpciObservation.Responded seen, ref Verdicts verdicts)
    {
        verdicts.Met(ZpciRequirements.Control.Fun06);
        var due = becomes == (state.Function == FunctionState.Standby)
            ? ResponseCode.Configured
            : ResponseCode.NothingToDo;
        if ((seen.Check, seen.Condition, seen.Code) == (ProgramCheck.None, 0, due)) return After.Consistent;
        return Wrong(ZpciRequirements.Control.Fun06, "code", $"0x{due:x}", seen, ref verdicts);
    }

    public static After Listed(ZpciState state, ZpciObservation.Listed seen, ref Verdicts verdicts)
    {
        verdicts.Met(ZpciRequirements.Control.Clp07);
        var isConfigured = state.Function != FunctionState.Standby;
        var isKnown = state.Handles.Count > 0 && !state.WasEnabled;
        if ((seen.Code, seen.Functions, seen.IsConfigured) == (ResponseCode.Done, 1, isConfigured)
            && (!isKnown || seen.Handle == state.Handles[^1])) return After.Consistent;
        var handle = isKnown ? $"{state.Handles[^1]}" : "its handle";
        return Wrong(
            ZpciRequirements.Control.Clp07, "entry", isConfigured ? $"{handle}, configured" : $"{handle}, standby",
            seen, ref verdicts);
    }

    public static After Described(
        ZpciState state, ZpciOperation.Query query, ZpciObservation.Described seen, ref Verdicts verdicts)
    {
        if (Refused(state, query, ProgramCheck.None, 0, seen.Code, ref verdicts, out var after)) return after;
        verdicts.Met(ZpciRequirements.Control.Clp08);
        verdicts.Met(ZpciRequirements.Control.Clp09);
        var (traits, bits) = (state.Traits, System.Numerics.BitOperations.Log2(state.Traits.BarSize.Value));
        if ((seen.SizeBits, seen.FirstDma, seen.LastDma) != (bits, traits.FirstDma, traits.LastDma))
        {
            return Wrong(
                ZpciRequirements.Control.Clp08, "function",
                $"{bits.ToString(CultureInfo.InvariantCulture)} bits, {traits.FirstDma} to {traits.LastDma}", seen,
                ref verdicts);
        }

        // A BAR of memory with 64 bits; whether it is prefetchable is left open.
        return (seen.Bar.Value & 7) == ZpciAnswer.MemoryOf64Bits
            ? After.Consistent
            : Wrong(ZpciRequirements.Control.Clp09, "bar", "bits 2 to 0 are 100", seen, ref verdicts);
    }

    public static After Grouped(
        ZpciState state, ZpciOperation.QueryGroup query, ZpciObservation.Grouped seen, ref Verdicts verdicts)
    {
        if (Refused(state, query, ProgramCheck.None, 0, seen.Code, ref verdicts, out var after)) return after;
        verdicts.Met(ZpciRequirements.Control.Clp10);
        return seen.MostStored == state.Traits.MostStored
            ? After.Consistent
            : Wrong(ZpciRequirements.Control.Clp10, "group", $"{state.Traits.MostStored}", seen, ref verdicts);
    }

    // Where one rule refuses, its own answer is due; where several do, that of any of them.
    private static bool Refused(
        ZpciState state, ZpciOperation operation, ProgramCheck check, int condition, int code, ref Verdicts verdicts,
        out After after)
    {
        after = After.Consistent;
        var isDone = (check, condition, code) == (ProgramCheck.None, 0, ResponseCode.Done);
        if (RequestRules.IsOpen(state, operation)) return !isDone;
        var due = new List<DueResponse>();
        RequestRules.Of(state, operation, due);
        if (due.Count == 0)
        {
            if (ZpciCoverpoints.OfCode(ResponseCode.Done) is { } point) verdicts.Cover(point);
            if (isDone) return false;
            var done = operation is ZpciOperation.Enable or ZpciOperation.Disable
                ? ZpciRequirements.Control.Clp05
                : ZpciRequirements.Control.Clp08;
            after = Wrong(done, "code", "0x10", code, ref verdicts);
            return true;
        }

        if (due.Count == 1) Met(due[0], ref verdicts);
        if (due.Exists(one => one.Fits(check, code))) return true;
        after = Wrong(
            due[0].Requirement, isDone ? "refusal" : "code", string.Join(" or ", due.Select(one => $"0x{one.Code:x}")),
            $"{check}, 0x{code:x}", ref verdicts);
        return !isDone;
    }

    private static void Met(DueResponse due, ref Verdicts verdicts)
    {
        verdicts.Met(due.Requirement);
        if (ZpciCoverpoints.OfCode(due.Code) is { } point) verdicts.Cover(point);
    }

    private static After Named(ZpciState state, FunctionHandle handle, bool isEnabled, ref Verdicts verdicts)
    {
        verdicts.Met(ZpciRequirements.Control.Fun05);
        verdicts.Met(ZpciRequirements.Fun01);
        var after = After.Consistent;
        if (handle.IsEnabled != isEnabled)
        {
            after = Wrong(
                ZpciRequirements.Control.Fun05, "handle", isEnabled ? "bit 31 is 1" : "bit 31 is 0", handle,
                ref verdicts);
        }

        if (!Recent(state).Contains(handle)) return after;
        verdicts.Violate(ZpciRequirements.Fun01, "handle", Deviation.Stale, "a new handle", $"{handle}");
        return After.Resynchronised;
    }

    // The instance in a handle has seven bits: after that many a handle may come again.
    private static IEnumerable<FunctionHandle> Recent(ZpciState state) => state.Handles.TakeLast(120);

    private static After Wrong<T>(
        Requirement requirement, string field, string due, T seen, ref Verdicts verdicts)
    {
        verdicts.Violate(requirement, field, Deviation.WrongValue, due, $"{seen}");
        return After.Resynchronised;
    }
}
