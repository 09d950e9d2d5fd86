using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Smmuv3;

namespace IoSpec.Areas.Walk.Smmuv3;

/// <summary>Commands.</summary>
internal static class SmmuCommandDraw
{
    private const ulong AllStreams = 31;

    /// <summary>
    /// All translations, all configuration, and all translations that were made from it meanwhile.
    /// </summary>
    public static ValueList<Word>[] Flush { get; } =
        [[new Word(0x30), default], [new Word(0x04), new Word(AllStreams)], [new Word(0x30), default]];

    /// <summary>A command that covers an entry, or one of several that are needed.</summary>
    public static ValueList<Word> Covering(WalkState plan, in TrailStep step, ref Choices choices)
    {
        var use = step.Use;
        var unit = SmmuPlan.UnitOf(plan);
        var machine = unit.Stage2 ? SmmuTags.MachineOf(plan, use.Requester) : 0;
        var space = SmmuTags.SpaceOf(plan, use.Requester, use.Pasid);
        if (use.Kind == EntryKind.Page)
        {
            if (choices.OneIn(8)) return OfTags(unit, machine, space, ref choices);
            return use.Stage == 1
                ? OfFirst(unit, use, machine, use.Space ?? space, ref choices)
                : OfSecond(unit, use, machine, ref choices);
        }

        if (choices.OneIn(2)) return OfTags(unit, machine, space, ref choices);
        return use.Kind is EntryKind.Pasid or EntryKind.PasidDirectory && choices.OneIn(2)
            ? OfContext(use, ref choices)
            : OfStream(use, ref choices);
    }

    /// <summary>Any command.</summary>
    public static ValueList<Word> Any(WalkState plan, in TrailStep? step, ref Choices choices)
    {
        var use = step?.Use ?? default;
        var unit = SmmuPlan.UnitOf(plan);
        var machine = SmmuTags.MachineOf(plan, use.Requester);
        return choices.Below(8) switch
        {
            0 => [new Word(0), default],
            1 => [new Word(choices.OneIn(2) ? 0xfful : 0x14), default],
            2 => [new Word(0x20 + (ulong)choices.Below(4)), default],
            3 => [new Word(0x46), default],
            4 => [new Word(0x2a).With(47, 32, machine), new Word(use.At.Value & ~0xffful)],
            5 => [new Word(0x12).With(47, 32, machine), new Word((use.At.Value & ~0xffful) | choices.Bits(12))],
            6 => OfStream(use, ref choices),
            _ => OfTags(unit, machine, use.Space ?? 0, ref choices),
        };
    }

    private static ValueList<Word> OfStream(in EntryUse use, ref Choices choices)
    {
        var stream = new Word((ulong)use.Requester.Value << 32);
        return choices.Below(4) switch
        {
            0 => [new Word(stream.Value | 0x04), new Word(choices.OneIn(2) ? AllStreams : (ulong)choices.Below(8))],
            1 => [new Word(stream.Value | 0x03), new Word(1)],
            2 when choices.OneIn(3) => [new Word((stream.Value ^ (1ul << 32)) | 0x03), default],
            _ => [new Word(stream.Value | 0x03), default],
        };
    }

    private static ValueList<Word> OfContext(in EntryUse use, ref Choices choices)
    {
        var low = new Word((ulong)use.Requester.Value << 32);
        var substream = use.Pasid?.Value ?? 0;
        if (choices.OneIn(8)) substream ^= 1;
        return choices.OneIn(3)
            ? [new Word(low.Value | 0x06), default]
            : [low.With(31, 12, substream).With(7, 0, 0x05), new Word((ulong)choices.Below(2))];
    }

    private static ValueList<Word> OfTags(SmmuUnit unit, uint machine, uint space, ref Choices choices)
    {
        var low = default(Word).With(47, 32, machine);
        return choices.Below(6) switch
        {
            0 or 1 when unit.Stage2 => [low.With(7, 0, 0x28), default],
            2 or 3 when unit.Stage1 => [low.With(7, 0, 0x10), default],
            4 when unit.Stage1 => [low.With(7, 0, 0x11).With(63, 48, space), default],
            _ => [new Word(0x30), default],
        };
    }

    private static ValueList<Word> OfFirst(
        SmmuUnit unit, in EntryUse use, uint machine, uint space, ref Choices choices)
    {
        var low = default(Word).With(47, 32, machine);
        low = choices.OneIn(3) ? low.With(7, 0, 0x13) : low.With(7, 0, 0x12).With(63, 48, space);
        return Pages(unit, low, use, ref choices);
    }

    private static ValueList<Word> OfSecond(SmmuUnit unit, in EntryUse use, uint machine, ref Choices choices)
    {
        var low = default(Word).With(47, 32, machine);
        if (unit.Stage1 && use.Space is not null && choices.OneIn(3)) return [low.With(7, 0, 0x10), default];
        return Pages(unit, low.With(7, 0, 0x2a), use, ref choices);
    }

    // The page or a range around it; one too few or beside it, sometimes.
    private static ValueList<Word> Pages(SmmuUnit unit, Word low, in EntryUse use, ref Choices choices)
    {
        var granule = use.Granule == 0 ? 12 : use.Granule;
        var at = use.At.Value >> granule << granule;
        var leavesOnly = use.Level == 1 && choices.OneIn(3) ? 1ul : 0;
        if (!unit.Ranges || choices.OneIn(2))
        {
            if (choices.OneIn(8)) at ^= 1ul << granule;
            return [low, new Word(at | leavesOnly)];
        }

        var (number, scale) = ((ulong)choices.Below(4), (ulong)choices.Below(4));
        var back = (ulong)choices.Below((int)((number + 1) << (int)scale) + 1) << granule;
        var encoded = granule switch
        {
            12 => 1ul,
            14 => 2ul,
            _ => 3ul,
        };
        var level = choices.OneIn(3) ? 4 - (ulong)Math.Clamp(use.Level, 1, 3) : 0;
        if (level == 0 || level == 3) at = at >= back ? at - back : at;
        else at = at >> (granule + ((use.Level - 1) * (granule - 3))) << (granule + ((use.Level - 1) * (granule - 3)));
        return
        [
            low.With(16, 12, number).With(24, 20, scale),
            new Word(at | leavesOnly).With(9, 8, level).With(11, 10, encoded),
        ];
    }
}
