using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>
/// Draws the next operation: nearly valid tables, one defect at a time, one change per cached access.
/// </summary>
internal static class WalkDraw
{
    private static readonly int[] Weights =
    [
        1, // configure
        8, // map
        14, // turn a bit
        6, // set an address
        8, // put a former word back
        12, // covering command
        3, // any command
        4, // await
        40, // dma
        10, // read faults
        6, // read entry
        1, // program
        1, // reset
    ];

    public static WalkOperation Next(WalkState plan, ref Choices choices)
    {
        var operation = Draw(plan, ref choices);
        return operation is WalkOperation.Dma dma && SoundLevels.Bars(plan, dma)
            ? new WalkOperation.ReadFaults()
            : operation;
    }

    private static WalkOperation Draw(WalkState plan, ref Choices choices)
    {
        var draw = FormatDrawCatalogue.Of(plan.Configuration.Unit);
        var format = WalkFormatCatalogue.Of(plan.Configuration.Unit);
        if (MessageTurn.Takes(plan, draw, ref choices) is { } messages)
            return MessageTurn.Next(plan, messages, format, ref choices);
        if (draw.Next(plan, format, ref choices) is { } next) return next;
        if (!choices.OneIn(16) && draw.MakeReady(plan, ref choices) is { } first) return first;
        var request = RequestDraw.Next(plan, draw, ref choices);

        // What has just changed is used.
        if (plan.Last is WalkOperation.Write or WalkOperation.Await && choices.OneIn(2))
            return RequestDraw.Access(plan, request, ref choices);
        if (Settle(plan, draw, format, request, ref choices) is { } settle) return settle;

        // What the unit had to mark is read before it changes; what does not reach memory is put in order, mostly.
        var trail = Trail.Of(plan, format, request);
        if (Marked(plan, trail) is { } marked && choices.OneIn(2)) return new WalkOperation.ReadEntry(marked);
        if (!trail.Result.Reaches && !choices.OneIn(3)) return Repair(plan, draw, request, trail, ref choices);
        return Of(choices.Weighted(Weights), plan, draw, request, trail, ref choices)
            ?? RequestDraw.Access(plan, request, ref choices);
    }

    private static Gpa? Marked(WalkState plan, Trail trail)
    {
        foreach (var step in trail.Steps)
        {
            if (plan.Configuration.IsTable(step.At) && plan.Memory.Find(step.At) is { MustMark.Value: not 0 })
                return step.At;
        }

        return null;
    }

    // While a request may be answered in several ways, invalidations come: of everything, or just of what changed.
    private static WalkOperation? Settle(
        WalkState plan, FormatDraw draw, WalkFormat format, in WalkRequest request, ref Choices choices)
    {
        var flush = draw.Flush(plan, request);
        var submitted = plan.Commands.Submitted.Count;
        if (plan.Commands.IsAwaited) return new WalkOperation.Await();
        if (flush.Length == 0) return submitted > 0 && choices.OneIn(2) ? new WalkOperation.Await() : null;
        if (submitted >= flush.Length) return choices.OneIn(4) ? null : new WalkOperation.Await();
        if (submitted > 0 && choices.OneIn(4)) return new WalkOperation.Await();
        if (plan.Moment == 0) return null;
        var allowed = AllowedWalks.Of(plan, format, request);
        if (!allowed.IsAmbiguous && (allowed.Results.Count < 2 || choices.OneIn(4))) return null;
        var trail = Trail.Of(plan, format, request);
        if (trail.Steps.Count > 0 && choices.OneIn(3))
            return Cover(plan, draw, trail, ref choices);
        return new WalkOperation.Submit(flush[submitted]);
    }

    private static WalkOperation.Submit Cover(WalkState plan, FormatDraw draw, Trail trail, ref Choices choices) =>
        new(draw.Covering(plan, ChangeDraw.Latest(plan, trail, ref choices), ref choices));

    // What does not reach memory is configured first, then mapped.
    private static WalkOperation Repair(
        WalkState plan, FormatDraw draw, in WalkRequest request, Trail trail, ref Choices choices)
    {
        var isConfigured = trail.Steps.Count > 0 && trail.Steps[^1].Use.Kind == EntryKind.Page;
        var entries = isConfigured
            ? draw.Map(plan, request, Goal(plan, draw, ref choices), ref choices)
            : draw.Configure(plan, request.Requester, request.Pasid, ref choices);
        return new WalkOperation.Write(choices.OneIn(8) ? DefectDraw.Spoil(plan, draw, entries, ref choices) : entries);
    }

    // Where the request is to end: a frame, or now and then an address that none may reach.
    private static Gpa Goal(WalkState plan, FormatDraw draw, ref Choices choices) =>
        choices.OneIn(16) && draw.Forbidden is { } forbidden ? forbidden : FrameDraw.Next(plan, ref choices);

    private static WalkOperation? Of(
        int kind, WalkState plan, FormatDraw draw, in WalkRequest request, Trail trail, ref Choices choices)
    {
        switch (kind)
        {
            case 0 when trail.Steps.Count == 0 || trail.Steps[^1].Use.Kind != EntryKind.Page || choices.OneIn(3):
                return new WalkOperation.Write(draw.Configure(plan, request.Requester, request.Pasid, ref choices));
            case 1:
                return new WalkOperation.Write(draw.Map(plan, request, Goal(plan, draw, ref choices), ref choices));
            case 2 when trail.Steps.Count > 0:
                return DefectDraw.Turn(plan, draw, request, trail, ref choices);
            case 3 when trail.Steps.Count > 0:
                return DefectDraw.Retarget(plan, draw, request, trail, ref choices);
            case 4 when trail.Steps.Count > 0:
                return DefectDraw.Restore(plan, request, trail, ref choices);
            case 5 when trail.Steps.Count > 0:
                return Cover(plan, draw, trail, ref choices);
            case 6:
                TrailStep? step = trail.Steps.Count > 0 ? trail.Steps[choices.Below(trail.Steps.Count)] : null;
                return new WalkOperation.Submit(draw.Command(plan, step, ref choices));
            case 7:
                return new WalkOperation.Await();
            case 9 when WalkFormatCatalogue.Of(plan.Configuration.Unit).WordsOfRecord > 0:
                return new WalkOperation.ReadFaults();
            case 10 when trail.Steps.Count > 0:
                return DefectDraw.Read(trail, ref choices);
            case 11:
                return draw.Reprogram(plan, ref choices);
            case 12 when plan.Moment > 8:
                return new WalkOperation.Reset();
            default:
                return RequestDraw.Access(plan, request, ref choices);
        }
    }
}
