using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>Judges what a device saw of one instruction that was accepted.</summary>
internal static class LogJudge
{
    private const ulong Low40 = (1ul << 40) - 1;

    public static After One(
        ZpciTraits traits, Transaction asked, ValueList<Transaction> log, ref Verdicts verdicts)
    {
        var isBlock = asked.Kind is AccessKind.BlockStore or AccessKind.MioBlockStore;
        var isMio = asked.Kind is AccessKind.MioBlockStore;
        if (isBlock && InstructionRules.MaySplit(traits)) return Pieces(traits, asked, log, ref verdicts);
        var whole = isBlock ? ZpciRequirements.Ism01 : ZpciRequirements.Ism10;
        verdicts.Met(whole);
        if (isBlock) verdicts.Met(ZpciRequirements.Ism02);
        if (!isMio) verdicts.Met(ZpciRequirements.Ism03);
        if (traits.HasMsix) verdicts.Met(ZpciRequirements.Ism12);
        if (isBlock && asked.At.Value > Low40) verdicts.Met(ZpciRequirements.Ism11);
        var after = After.Consistent;
        foreach (var access in log)
        {
            if (isBlock && !IsBlock(access.Kind))
                Bad(ZpciRequirements.Ism02, "kind", asked, access, ref verdicts, ref after);
            if (!isMio && access.Kind >= AccessKind.MioLoad)
                Bad(ZpciRequirements.Ism03, "form", asked, access, ref verdicts, ref after);
            if (traits.HasMsix && access.Bypasses)
                Bad(ZpciRequirements.Ism12, "route", asked, access, ref verdicts, ref after);
            if (access.At != asked.At && isBlock && access.At.Value == (asked.At.Value & Low40))
                Bad(ZpciRequirements.Ism11, "offset", asked, access, ref verdicts, ref after);
            if (after != After.Consistent) break;
        }

        // Of one access the bytes, the place and the number count; how it came is told above.
        if (log.Count == 1 && Same(log[0], asked)) return after;
        if (log.Count == 1 && isBlock && log[0].At.Value == (asked.At.Value & Low40) && log[0].At != asked.At)
            return after;
        verdicts.Violate(
            whole, "log", log.Count == 0 ? Deviation.Missing : Deviation.WrongValue, $"{asked}", $"{log}");
        return After.Resynchronised;
    }

    // How the pieces come is open, but for the route.
    private static After Pieces(
        ZpciTraits traits, Transaction asked, ValueList<Transaction> log, ref Verdicts verdicts)
    {
        verdicts.Met(ZpciRequirements.Control.Stb01);
        verdicts.Met(ZpciRequirements.Control.Stb02);
        if (traits.HasMsix) verdicts.Met(ZpciRequirements.Ism12);
        var (done, areBytesRight, after) = (0ul, true, After.Consistent);
        foreach (var access in log)
        {
            if (traits.HasMsix && access.Bypasses)
            {
                Bad(ZpciRequirements.Ism12, "route", asked, access, ref verdicts, ref after);
                return after;
            }

            var isNext = access.Space == asked.Space && access.At == asked.At.Plus(done)
                && access.Kind is not (AccessKind.Load or AccessKind.MioLoad);
            if (!isNext)
            {
                Bad(ZpciRequirements.Control.Stb01, "order", asked, access, ref verdicts, ref after);
                return after;
            }

            areBytesRight &= access.Data.Value == asked.Data.Value + done;
            done += access.Length.Value;
        }

        if (done != asked.Length.Value)
        {
            verdicts.Violate(
                ZpciRequirements.Control.Stb01, "log", done < asked.Length.Value ? Deviation.Missing : Deviation.Extra,
                $"{asked.Length} bytes", $"{done} bytes");
            return After.Resynchronised;
        }

        if (!areBytesRight) Bad(ZpciRequirements.Control.Stb02, "bytes", asked, log[0], ref verdicts, ref after);
        return after;
    }

    private static bool IsBlock(AccessKind kind) => kind is AccessKind.BlockStore or AccessKind.MioBlockStore;

    private static bool Same(Transaction seen, Transaction asked) =>
        (seen.Space, seen.At, seen.Length, seen.Data) == (asked.Space, asked.At, asked.Length, asked.Data)
        && (seen.Kind is AccessKind.Load or AccessKind.MioLoad) == (asked.Kind is AccessKind.Load);

    private static void Bad(
        Requirement requirement, string field, Transaction asked, Transaction seen, ref Verdicts verdicts,
        ref After after)
    {
        verdicts.Violate(requirement, field, Deviation.WrongValue, $"{asked}", $"{seen}");
        after = After.Resynchronised;
    }
}
