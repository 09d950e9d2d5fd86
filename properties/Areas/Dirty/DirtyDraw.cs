using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Engine;
using IoSpec.Reference.Dirty;

namespace IoSpec.Areas.Dirty;

/// <summary>Draws the next operation: mostly a write to an edge, or a report about what was just written.</summary>
internal static class DirtyDraw
{
    private static readonly int[] Weights =
    [
        3, // start
        1, // stop
        6, // map
        4, // unmap
        36, // write
        7, // begin write
        8, // end write
        5, // copy
        32, // report
        5, // begin report
        7, // end report
        5, // pin
        2, // unpin
        2, // attach
        2, // detach
        1, // move
    ];

    private const int Start = 0;
    private const int Map = 2;
    private const int EndWrite = 6;
    private const int EndReport = 10;
    private const ulong Always =
        (1ul << Start) | (1ul << Map) | (1ul << 4) | (1ul << 8) | (1ul << EndWrite) | (1ul << EndReport);

    public static DirtyOperation Next(DirtyState plan, ref Choices choices)
    {
        if (plan.Begun is { } begun) return During(plan, begun.Step, ref choices);
        if (plan.Population.Mappings.Count == 0 && !choices.OneIn(4)) return WindowDraw.Map(plan, ref choices);
        if (!plan.IsOn && !choices.OneIn(4)) return new DirtyOperation.Start();
        if (choices.OneIn(2) && plan.Writes.Find(write => write.Reported.Ranges.Count > 0) is { } reported)
            return new DirtyOperation.Copy(reported.Reported.Ranges[0].First);
        Span<int> weights = stackalloc int[Weights.Length];
        var drawn = choices.Swarm | Always;
        for (var i = 0; i < weights.Length; i++) weights[i] = Weights[i] * (int)((drawn >> i) & 1);
        return Of(choices.Weighted(weights), plan, ref choices) ?? Write(plan, ref choices);
    }

    // Writes begin, end and are done until the report ends.
    private static DirtyOperation During(DirtyState plan, int step, ref Choices choices) => choices.Below(4) switch
    {
        0 => Write(plan, ref choices),
        1 => Of(5 + choices.Below(2), plan, ref choices) ?? Write(plan, ref choices),
        _ => new DirtyOperation.EndReport(new Held(step)),
    };

    private static DirtyOperation? Of(int kind, DirtyState plan, ref Choices choices) => kind switch
    {
        0 => new DirtyOperation.Start(),
        1 => new DirtyOperation.Stop(),
        2 => WindowDraw.Map(plan, ref choices),
        3 => WindowDraw.Unmap(plan, ref choices),
        4 => Write(plan, ref choices),
        5 => Write(plan, ref choices) is { } write
            ? new DirtyOperation.BeginWrite(write.Writer, write.At, write.Length)
            : null,
        6 => plan.Writes.Count == 0
            ? null
            : new DirtyOperation.EndWrite(new Held(plan.Writes[choices.Below(plan.Writes.Count)].Step)),
        7 => Copy(plan, ref choices),
        8 => WindowDraw.Report(plan, ref choices),
        9 => WindowDraw.Report(plan, ref choices) is var report
            ? new DirtyOperation.BeginReport(report.At, report.Pages)
            : null,
        11 => Pin(plan, ref choices),
        12 => plan.Population.Pins.Count == 0
            ? null
            : new DirtyOperation.Unpin(new Held(plan.Population.Pins[choices.Below(plan.Population.Pins.Count)].Step)),
        13 => new DirtyOperation.Attach(Writer(plan, ref choices)),
        14 => new DirtyOperation.Detach(Writer(plan, ref choices)),
        15 => Move(plan, ref choices),
        _ => null,
    };

    private static DirtyOperation.Move? Move(DirtyState plan, ref Choices choices)
    {
        if ((plan.Traits.Features & DirtyFeatures.Moves) == 0) return null;
        if (choices.OneIn(3)) return new DirtyOperation.Move(null);
        var write = Write(plan, ref choices);
        return new DirtyOperation.Move(new MeanwhileWrite(write.Writer, write.At, write.Length));
    }

    private static DirtyOperation.Write Write(DirtyState plan, ref Choices choices)
    {
        var writer = Writer(plan, ref choices);
        var page = WindowDraw.Page(plan, ref choices);
        if (plan.Population.IsNarrowed(writer) && plan.Population.Pins.Count > 0)
            page = plan.Population.Pins[choices.Below(plan.Population.Pins.Count)].Range.First;
        var offset = choices.Below(4) switch
        {
            0 => Page.Bytes - 1,
            1 => choices.Below(Page.Bytes),
            _ => 0ul,
        };
        var length = choices.Below(8) switch
        {
            0 => 2ul,
            1 => Page.Bytes,
            2 => Page.Bytes + 1,
            3 => 2 * Page.Bytes,
            4 => 8 * Page.Bytes,
            _ => 1ul,
        };
        return new DirtyOperation.Write(writer, page.Plus(offset), new ByteCount(length));
    }

    private static DirtyOperation.Copy? Copy(DirtyState plan, ref Choices choices)
    {
        if (plan.Writes.Count > 0 && !choices.OneIn(4))
            return new DirtyOperation.Copy(plan.Writes[choices.Below(plan.Writes.Count)].Range.First);
        return plan.Population.Mappings.Count == 0 ? null : new DirtyOperation.Copy(WindowDraw.Page(plan, ref choices));
    }

    private static DirtyOperation.Pin Pin(DirtyState plan, ref Choices choices)
    {
        var page = WindowDraw.Page(plan, ref choices);
        return new DirtyOperation.Pin(Writer(plan, ref choices), page, new PageCount(1 + choices.Below(2ul)));
    }

    private static WriterId Writer(DirtyState plan, ref Choices choices) =>
        new((uint)choices.Below(plan.Population.Writers));
}
