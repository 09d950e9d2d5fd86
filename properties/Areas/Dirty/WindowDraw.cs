using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Engine;
using IoSpec.Reference.Dirty;

namespace IoSpec.Areas.Dirty;

/// <summary>Draws mappings, pages and windows: few places, and lengths at the limits of bitmaps.</summary>
internal static class WindowDraw
{
    private static readonly ulong[] Places =
    [
        0, 0x1000, 0x7000, 0x4_0000, 0x4_1000, 0x20_0000, 0x3f_f000, 0xffff_f000, 0x1_0000_0000, 0x80_0000_3000,
        0xffff_ffff_fff0_0000,
    ];

    private static readonly ulong[] Lengths = [1, 1, 2, 3, 7, 8, 63, 64, 65, 130, 512, 5000];

    public static DirtyOperation.Map Map(DirtyState plan, ref Choices choices)
    {
        var at = new Iova(choices.Of<ulong>(Places));

        // Right behind a mapping, so that two of them touch.
        if (plan.Population.Mappings.Count > 0 && choices.OneIn(3)) at = Any(plan, ref choices).Last.Plus(1);
        return new DirtyOperation.Map(at, new PageCount(choices.Of<ulong>(Lengths)));
    }

    public static DirtyOperation.Unmap? Unmap(DirtyState plan, ref Choices choices)
    {
        if (plan.Population.Mappings.Count == 0) return null;
        var reports = (plan.Traits.Features & DirtyFeatures.UnmapReports) != 0 && choices.OneIn(2);
        return new DirtyOperation.Unmap(Any(plan, ref choices).First, reports);
    }

    /// <summary>A page of a mapping: mostly its first or last one, or beside one that was written.</summary>
    public static Iova Page(DirtyState plan, ref Choices choices)
    {
        if (plan.Population.Mappings.Count == 0) return new Iova(choices.Of<ulong>(Places));
        if (plan.Notes.Count > 0 && choices.OneIn(4))
        {
            var written = plan.Notes[choices.Below(plan.Notes.Count)].Page;
            return choices.OneIn(2) ? written : written.Plus(Contracts.Page.Bytes);
        }

        var range = Any(plan, ref choices);
        return choices.Below(4) switch
        {
            0 => range.First,
            1 => range.Last.PageStart(),
            _ => range.First.Plus(choices.Below(Count(range)) << Contracts.Page.Shift),
        };
    }

    public static DirtyOperation.Report Report(DirtyState plan, ref Choices choices)
    {
        var clears = (plan.Traits.Features & DirtyFeatures.Peek) == 0 || !choices.OneIn(4);
        var window = Window(plan, ref choices);
        return new DirtyOperation.Report(window.First, new PageCount(Count(window)), Size(plan, ref choices), clears);
    }

    private static IovaRange Window(DirtyState plan, ref Choices choices)
    {
        if (plan.Population.Mappings.Count == 0) return Ranges.Of(new Iova(0x1000), new PageCount(4));
        var range = Any(plan, ref choices);
        if (plan.Notes.Count > 0 && choices.OneIn(2)) range = Holding(plan, ref choices) ?? range;
        var count = Count(range);
        var part = 1 + choices.Below(count);
        return choices.Below(10) switch
        {
            < 4 => range,
            4 => Ranges.Of(range.First, new PageCount(part)),
            5 => Ranges.Of(range.First.Plus((count - part) << Contracts.Page.Shift), new PageCount(part)),
            6 => Ranges.Of(Page(plan, ref choices), new PageCount(1)),
            7 => Ranges.Of(Page(plan, ref choices), new PageCount(choices.Of<ulong>(Lengths))),
            8 => Spanning(plan, range, ref choices),
            _ => Ranges.Of(range.First, new PageCount(count + 1 + choices.Below(8ul))),
        };
    }

    // From one mapping to the end of another, with what lies between.
    private static IovaRange Spanning(DirtyState plan, IovaRange range, ref Choices choices)
    {
        var other = Any(plan, ref choices);
        var both = new IovaRange(
            range.First.CompareTo(other.First) < 0 ? range.First : other.First,
            range.Last.CompareTo(other.Last) > 0 ? range.Last : other.Last);
        return Count(both) > 1 << 16 ? range : both;
    }

    private static IovaRange? Holding(DirtyState plan, ref Choices choices)
    {
        var page = plan.Notes[choices.Below(plan.Notes.Count)].Page;
        foreach (var mapping in plan.Population.Mappings)
        {
            if (mapping.Range.Contains(page)) return mapping.Range;
        }

        return Ranges.Of(page, new PageCount(1 + choices.Below(4ul)));
    }

    private static int Size(DirtyState plan, ref Choices choices) =>
        choices.OneIn(3) ? Math.Max(0, choices.BitOf((ulong)plan.Traits.ReportSizes)) : 0;

    private static IovaRange Any(DirtyState plan, ref Choices choices) =>
        plan.Population.Mappings[choices.Below(plan.Population.Mappings.Count)].Range;

    private static ulong Count(IovaRange range) =>
        ((range.Last.Value - range.First.Value) >> Contracts.Page.Shift) + 1;
}
