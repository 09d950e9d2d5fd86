using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Smmuv3;

namespace IoSpec.Areas.Walk.Smmuv3;

/// <summary>The stores that map an address as its stream is configured.</summary>
internal static class SmmuMapping
{
    public static ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices)
    {
        var trail = Trail.Of(plan, WalkFormatCatalogue.Of(plan.Configuration.Unit), request);
        if (Entry(plan, trail, EntryKind.Requester) is not { } words) return [];
        var stream = new StreamEntry(words);
        var pages = new TablePages(plan, SmmuPlan.FirstFreePage);
        var writes = new List<EntryWrite>();
        var last = trail.Steps[^1].Use;
        if (stream.HasStage1 && Entry(plan, trail, EntryKind.Pasid) is { } descriptor)
        {
            // Over stage 2, what it does not translate is mapped to itself; now and then a page is put elsewhere.
            if (stream.HasStage2 && last.Stage == 2 && !trail.Result.Reaches)
                SecondTables.MapSame(plan, stream, [new Gpa(last.At.Value)], writes, pages, ref choices);
            else if (stream.HasStage2 && last.Stage == 2 && choices.OneIn(3))
                SecondTables.Map(plan, stream, last.At, to, writes, pages, ref choices);
            else
                FirstTables.Map(plan, new ContextEntry(descriptor), request.At, to, writes, pages, ref choices);
        }
        else if (stream.HasStage1 && last.Stage == 2)
        {
            SecondTables.MapSame(plan, stream, [new Gpa(last.At.Value)], writes, pages, ref choices);
        }
        else if (stream.HasStage2)
        {
            SecondTables.Map(plan, stream, request.At, to, writes, pages, ref choices);
        }

        return [.. writes];
    }

    private static Word[]? Entry(WalkState plan, Trail trail, EntryKind kind)
    {
        foreach (var step in trail.Steps)
        {
            if (step.Use.Kind != kind) continue;
            var words = new Word[step.Words];
            for (var i = 0; i < words.Length; i++) words[i] = plan.Memory.Now(step.At.Plus((ulong)i * 8));
            return words;
        }

        return null;
    }
}
