using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>Judges which bits messages set, and whether they stay set.</summary>
internal static class InterruptJudge
{
    private static InterruptRequirements Rules => ZpciRequirements.Interrupt;

    public static After Signalled(
        ZpciState state, ZpciOperation.Signal signal, ZpciObservation.Signalled seen, ref Verdicts verdicts)
    {
        Cover(state, signal, ref verdicts);
        var due = InterruptAnswer.To(state, ZpciRules.Standard, signal);
        if (state.Interrupts is not { } place)
        {
            verdicts.Met(Rules.Int03);
            if (seen == due) return After.Consistent;
            verdicts.Violate(Rules.Int03, "bits", Deviation.Extra, "nothing", $"{seen}");
            return After.Resynchronised;
        }

        verdicts.Met(Rules.Int01);
        verdicts.Met(Rules.Int02);
        var isFine = Same(Rules.Int01, "vector", due.Vectors, seen.Vectors, ref verdicts)
            & Same(Rules.Int02, "summary", due.Summaries, seen.Summaries, ref verdicts);
        if (due.Class is null && seen.Class is null) return isFine ? After.Consistent : After.Resynchronised;

        // That one more comes than is due does no harm: only its class is judged.
        verdicts.Met(Rules.Int04);
        if (seen.Class == place.Class) return isFine ? After.Consistent : After.Resynchronised;
        verdicts.Violate(
            Rules.Int04, "class", seen.Class is null ? Deviation.Missing : Deviation.WrongValue,
            $"class {(uint)place.Class}", seen.Class is { } other ? $"class {(uint)other}" : "no interruption");
        return After.Resynchronised;
    }

    public static After Taken(ZpciState state, ZpciObservation.Taken seen, ref Verdicts verdicts)
    {
        verdicts.Met(Rules.Int05);
        return Same(Rules.Int05, "vectors", state.Bits.Vectors, seen.Vectors, ref verdicts)
            & Same(Rules.Int05, "summaries", state.Bits.Summaries, seen.Summaries, ref verdicts)
            ? After.Consistent
            : After.Resynchronised;
    }

    private static bool Same(
        Requirement rule, string field, ValueList<int> due, ValueList<int> seen, ref Verdicts verdicts)
    {
        if (due == seen) return true;
        var isMore = seen.Any(bit => !due.Contains(bit));
        verdicts.Violate(rule, field, isMore ? Deviation.Extra : Deviation.Missing, Words(due), Words(seen));
        return false;
    }

    private static string Words(ValueList<int> bits) =>
        bits.Count == 0 ? "no bit" : "bit " + string.Join(", ", bits.Select(bit => $"{(uint)bit}"));

    private static void Cover(ZpciState state, ZpciOperation.Signal signal, ref Verdicts verdicts)
    {
        if (state.Interrupts is not { } place)
        {
            if (state.End == RegistrationEnd.Deregistered) verdicts.Cover(ZpciCoverpoints.SignalAfterRegistration);
            if (state is { End: RegistrationEnd.Disabled, Function: not FunctionState.Enabled })
                verdicts.Cover(ZpciCoverpoints.SignalWhileDisabled);
            return;
        }

        if (!place.Summary) verdicts.Cover(ZpciCoverpoints.SignalWithoutSummary);
        if (place is { VectorBit: > 0, SummaryBit: > 0, Summary: true }) verdicts.Cover(ZpciCoverpoints.SignalAtOffset);
        if (state.Bits.HasVector(place.VectorBit + signal.Vector)) verdicts.Cover(ZpciCoverpoints.SignalAgain);
        else if (place.Summary && state.Bits.HasSummary(place.SummaryBit))
            verdicts.Cover(ZpciCoverpoints.SignalWithSummary);
    }
}
