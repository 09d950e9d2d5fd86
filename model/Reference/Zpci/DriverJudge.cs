using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>Judges what a device saw of the commands and moves of an ISM driver.</summary>
internal static class DriverJudge
{
    public static After Command(
        ZpciState state, ZpciOperation.Command command, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        var due = DriverSteps.Command(command);
        if (due.Count > 1) verdicts.Met(ZpciRequirements.Ism09);
        return Judge(state, due, (command.BusyAt, command.FailAt), ZpciRequirements.Ism09, seen, ref verdicts);
    }

    public static After Move(
        ZpciState state, ZpciOperation.Move move, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        var due = DriverSteps.Move(move);
        if (due.Count > 1)
        {
            verdicts.Met(ZpciRequirements.Ism07);
            verdicts.Met(ZpciRequirements.Ism08);
        }

        return Judge(state, due, (move.BusyAt, move.FailAt), ZpciRequirements.Ism07, seen, ref verdicts);
    }

    private static After Judge(
        ZpciState state, List<Transaction> due, (int BusyAt, int FailAt) at, Requirement order,
        ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        var fails = at.FailAt > 0 && at.FailAt <= due.Count;
        var count = fails ? at.FailAt - 1 : due.Count;
        var isBusy = at.BusyAt > 0 && at.BusyAt <= count;
        if (isBusy) verdicts.Met(ZpciRequirements.Ism18);
        var isAsDue = seen.Log.Count == count && seen.Check == ProgramCheck.None && seen.Condition == (fails ? 1 : 0);
        for (var i = 0; isAsDue && i < count; i++)
            isAsDue = seen.Log[i] with { Bypasses = false } == due[i]
                && !(state.Traits.HasMsix && seen.Log[i].Bypasses);
        if (isAsDue) return After.Consistent;
        var broken = Blame(due, count, isBusy, fails, order, seen.Log);
        verdicts.Violate(
            broken, "log", Deviation.WrongValue,
            $"{count.ToString(CultureInfo.InvariantCulture)} of {string.Join(", ", due)}", $"{seen}");
        return After.Resynchronised;
    }

    private static Requirement Blame(
        List<Transaction> due, int count, bool isBusy, bool fails, Requirement order, ValueList<Transaction> log)
    {
        foreach (var access in log)
        {
            if (access.Kind >= AccessKind.MioLoad) return ZpciRequirements.Ism03;
            if (access.Kind != AccessKind.BlockStore) return ZpciRequirements.Ism02;
        }

        var pieces = due.Select(Bare).ToList();
        var seen = log.Select(Bare).ToList();
        if (fails && seen.Count > count && seen.TrueForAll(pieces.Contains)) return ZpciRequirements.Ism08;
        if (isBusy && seen.Distinct().SequenceEqual(pieces.Take(count))) return ZpciRequirements.Ism18;
        if (seen.Count == count && seen.TrueForAll(pieces.Contains)) return order;
        var unsignalled = pieces.ConvertAll(Quiet);
        if (order == ZpciRequirements.Ism07 && seen.ConvertAll(Quiet).SequenceEqual(unsignalled.Take(count)))
            return ZpciRequirements.Ism08;
        return ZpciRequirements.Ism01;
    }

    private static Transaction Bare(Transaction access) => access with { Bypasses = false };

    private static Transaction Quiet(Transaction access) =>
        access with { At = new BarOffset(access.At.Value & ~DriverSteps.Signal) };
}
