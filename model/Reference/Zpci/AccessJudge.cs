using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>Judges single instructions: how they ended, and what the device saw of them.</summary>
internal static class AccessJudge
{
    public static After BlockStore(
        ZpciState state, ZpciOperation.BlockStore store, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        var faults = new List<Fault>();
        InstructionRules.BlockStore(state, store, faults);
        if (faults.Count > 0) return Rejected(faults, seen, ref verdicts);
        var traits = state.Traits;
        var isOdd = !InstructionRules.IsAligned(store.At, store.Data, store.Length.Value);
        Cover(state, store, isOdd, ref verdicts);
        var done = isOdd ? ZpciRequirements.Ism04 : ZpciRequirements.Ins03;
        var mayEnd = (isOdd && !traits.Surfaced)
            || InstructionRules.IsBeyond(traits, store.Space, store.At, store.Length.Value);
        if (!IsDone(seen))
        {
            if (mayEnd)
            {
                return seen.Log.Count == 0
                    ? After.Consistent
                    : Extra(ZpciRequirements.Ism01, seen, ref verdicts);
            }

            verdicts.Violate(done, "end", Deviation.Missing, "condition code 0", $"{seen}");
            return After.Resynchronised;
        }

        if (!mayEnd) verdicts.Met(done);
        var kind = store.IsMio ? AccessKind.MioBlockStore : AccessKind.BlockStore;
        return LogJudge.One(
            traits, new Transaction(kind, store.Space, store.At, store.Length, store.Data, false), seen.Log,
            ref verdicts);
    }

    public static After Store(
        ZpciState state, ZpciOperation.Store store, ZpciObservation.Ended seen, ref Verdicts verdicts) =>
        Register(
            state, store.Handle,
            new Transaction(AccessKind.Store, store.Space, store.At, store.Length, store.Data, false), seen,
            ref verdicts);

    public static After Load(
        ZpciState state, ZpciOperation.Load load, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        var asked = new Transaction(AccessKind.Load, load.Space, load.At, load.Length, default, false);
        var after = Register(state, load.Handle, asked, seen, ref verdicts);
        var isWhole = load.Length.Value is 1 or 2 or 4 or 8 && load.Space != InstructionRules.Configuration;
        return after == After.Consistent && isWhole && IsDone(seen) ? Value(state, load, seen, ref verdicts) : after;
    }

    private static After Value(
        ZpciState state, ZpciOperation.Load load, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        var length = (int)load.Length.Value;
        if (InstructionRules.IsBeyond(state.Traits, load.Space, load.At, load.Length.Value)) return After.Consistent;
        var (value, known) = state.Stores.Load(load.Space, load.At, length);
        if (known == 0) return After.Consistent;
        verdicts.Met(ZpciRequirements.Control.Ins06);
        if (length < 8) known |= ulong.MaxValue << (8 * length);
        if ((seen.Value.Value & known) == value) return After.Consistent;
        verdicts.Violate(
            ZpciRequirements.Control.Ins06, "value", Deviation.WrongValue, $"{new Word(value)} in {new Word(known)}",
            $"{seen.Value}");
        return After.Resynchronised;
    }

    private static After Register(
        ZpciState state, HandleChoice handle, Transaction asked, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        var faults = new List<Fault>();
        InstructionRules.Register(state, handle, asked.Space, asked.At, asked.Length, faults);
        if (faults.Count > 0) return Rejected(faults, seen, ref verdicts);
        var mayEnd = InstructionRules.IsBeyond(state.Traits, asked.Space, asked.At, asked.Length.Value)
            || !InstructionRules.IsNatural(asked.At, asked.Length.Value);
        if (IsDone(seen))
        {
            if (!mayEnd) verdicts.Met(ZpciRequirements.Ins03);
            else if (seen.Log.Count == 0) return After.Consistent;
            return LogJudge.One(state.Traits, asked, seen.Log, ref verdicts);
        }

        if (mayEnd) return seen.Log.Count == 0 ? After.Consistent : Extra(ZpciRequirements.Ism10, seen, ref verdicts);
        verdicts.Violate(ZpciRequirements.Ins03, "end", Deviation.Missing, "condition code 0", $"{seen}");
        return After.Resynchronised;
    }

    // Where one rule rejects, its own end is due; where several do, the end of any of them.
    public static After Rejected(List<Fault> faults, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        var first = faults[0].Requirement;
        if (faults.Count == 1) Met(faults[0], ref verdicts);
        if (seen.Log.Count > 0) return Extra(first, seen, ref verdicts);
        foreach (var fault in faults)
        {
            if (fault.Fits(seen)) return After.Consistent;
        }

        var due = string.Join(" or ", faults.Select(fault => string.Create(
            CultureInfo.InvariantCulture, $"{fault.Check}, {fault.Condition}, {fault.Status}")));
        verdicts.Violate(first, "end", Deviation.WrongValue, due, $"{seen}");
        return After.Resynchronised;
    }

    private static void Met(Fault fault, ref Verdicts verdicts)
    {
        verdicts.Met(fault.Requirement);
        if (ZpciCoverpoints.OfEnd(fault.Check, fault.Condition, fault.Status) is { } point) verdicts.Cover(point);
    }

    private static After Extra(Requirement requirement, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        verdicts.Violate(requirement, "log", Deviation.Extra, "nothing reaches the device", $"{seen}");
        return After.Resynchronised;
    }

    public static bool IsDone(ZpciObservation.Ended seen) =>
        seen is { Check: ProgramCheck.None, Condition: 0, Status: 0 };

    private static void Cover(ZpciState state, ZpciOperation.BlockStore store, bool isOdd, ref Verdicts verdicts)
    {
        var end = store.At.Value + store.Length.Value;
        if (store.Length.Value == 8) verdicts.Cover(ZpciCoverpoints.EightBytes);
        if (store.Length.Value % 8 != 0) verdicts.Cover(ZpciCoverpoints.OddLength);
        if (end % InstructionRules.Block == 0) verdicts.Cover(ZpciCoverpoints.ToEndOfBlock);
        if (end >> 40 != 0) verdicts.Cover(ZpciCoverpoints.FarOffset);
        if (isOdd && !state.Traits.IsIsm) verdicts.Cover(ZpciCoverpoints.RelaxedOther);
        if (state.Function == FunctionState.Blocked) verdicts.Cover(ZpciCoverpoints.Blocked);
    }
}
