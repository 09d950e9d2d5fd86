using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>Judges the stores of which a copy of the guest's kernel consists.</summary>
internal static class CopyJudge
{
    public static After Judge(
        ZpciState state, ZpciOperation.Copy copy, ZpciObservation.Ended seen, ref Verdicts verdicts)
    {
        verdicts.Met(ZpciRequirements.Cpy01);
        var first = copy.At.Value / InstructionRules.Block;
        if (first != (copy.At.Value + copy.Length.Value - 1) / InstructionRules.Block)
        {
            verdicts.Met(ZpciRequirements.Ism05);
            verdicts.Cover(ZpciCoverpoints.SplitOver4K);
        }

        if (copy.Length.Value > state.Traits.MostStored.Value) verdicts.Cover(ZpciCoverpoints.SplitOverLongest);
        if (copy.At.Value % 8 != 0) verdicts.Cover(ZpciCoverpoints.SplitPlace);
        if (copy.Data.Value % 8 != 0) verdicts.Cover(ZpciCoverpoints.SplitMemory);
        var done = 0ul;
        foreach (var access in seen.Log)
        {
            var isBlock = access.Kind == AccessKind.BlockStore;
            var (place, length) = (access.At.Value, access.Length.Value);
            if (isBlock && (place % InstructionRules.Block) + length > InstructionRules.Block)
                return Bad(ZpciRequirements.Ism05, access, ref verdicts);
            var isNext = access.Space == 0 && place == copy.At.Value + done
                && access.Data.Value == copy.Data.Value + done;
            var isLegal = isBlock ? IsBlock(state.Traits, access) : (place % 8) + length <= 8;
            if (!isNext || !isLegal) return Bad(ZpciRequirements.Cpy01, access, ref verdicts);
            done += length;
        }

        if (done == copy.Length.Value && seen is { Check: ProgramCheck.None, Condition: 0 }) return After.Consistent;
        verdicts.Violate(ZpciRequirements.Cpy01, "bytes", Deviation.Missing, $"{copy.Length} bytes", $"{done} bytes");
        return After.Resynchronised;
    }

    private static bool IsBlock(ZpciTraits traits, Transaction access) =>
        access.Length.Value <= traits.MostStored.Value
        && (!InstructionRules.IsStrict(traits)
            || InstructionRules.IsAligned(access.At, access.Data, access.Length.Value));

    private static After Bad(Requirement requirement, Transaction seen, ref Verdicts verdicts)
    {
        verdicts.Violate(requirement, "piece", Deviation.WrongValue, "a legal store of the next bytes", $"{seen}");
        return After.Resynchronised;
    }
}
