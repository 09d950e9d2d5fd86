using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>How memory is mapped, and how a map that fails is undone.</summary>
internal static class MapSteps
{
    public static DmaObservation Map(DmaLayer layer, DmaOperation.Map map, int step)
    {
        var segments = layer.Rules.Order(map.Segments).ToList();
        var pages = segments.Sum(segment => (int)segment.Pages.Value);
        var noTable = layer.NoTable;
        layer.NoTable = null;

        // 1. One address for all segments.
        var taken = layer.Rules.Taken(pages);
        var first = layer.Space.Take(taken, layer.Rules.Alignment(pages), layer.Rules.TakesHighest);
        if (first < 0 && layer.Rules.FreesWhenExhausted)
        {
            UnmapSteps.Flush(layer);
            UnmapSteps.FreeAll(layer);
            first = layer.Space.Take(taken, layer.Rules.Alignment(pages), layer.Rules.TakesHighest);
        }

        if (first < 0) return new DmaObservation.Failed(DmaFailure.NoAddress, Noted(layer));

        // 2. The entries of all segments, in their order.
        var installed = Install(layer, segments, first, layer.Rules.Writable(map.Writable), noTable ?? pages);
        if (installed < pages) return Undo(layer, first, taken, installed, DmaFailure.NoMemory);

        // 3. Every device is refreshed, once for all segments, where devices have copies.
        if (Sync(layer, segments, first, pages) is { } failure) return Undo(layer, first, taken, pages, failure);
        layer.Mappings.Add(new GuestMapping(step, first, pages, IsLive: true));
        return new DmaObservation.Mapped(layer.Machine.AddressOf(first), Noted(layer));
    }

    /// <summary>What was done below, as a list of its own.</summary>
    public static ValueList<DmaAct> Noted(DmaLayer layer)
    {
        ValueList<DmaAct> acts = [.. layer.Acts];
        layer.Acts.Clear();
        return acts;
    }

    private static int Install(DmaLayer layer, List<Segment> segments, int first, bool writable, int possible)
    {
        var installed = 0;
        foreach (var segment in segments)
        {
            var count = Math.Min((int)segment.Pages.Value, possible - installed);
            if (count > 0)
            {
                Below.Install(
                    layer, first + installed, segment with { Pages = new PageCount((ulong)count) }, writable);
            }

            installed += count;
            if (count < (int)segment.Pages.Value) break;
        }

        return installed;
    }

    private static DmaFailure? Sync(DmaLayer layer, List<Segment> segments, int first, int pages)
    {
        if (!layer.Configuration.Hypervisor.Shadows) return null;
        DmaFailure? failure = null;
        var devices = layer.Rules.Devices(RefreshReason.Map, layer.Machine.Devices);
        for (var device = 0; device < devices; device++)
        {
            var now = layer.Rules.RefreshesEachSegment
                ? SyncEach(layer, device, segments, first)
                : SyncOf(layer, device, first, pages);
            failure = layer.Rules.Combined(failure, now);
            if (failure is { } failed && !layer.Rules.GoesOn(failed)) break;
        }

        return failure;
    }

    private static DmaFailure? SyncEach(DmaLayer layer, int device, List<Segment> segments, int first)
    {
        foreach (var segment in segments)
        {
            var pages = (int)segment.Pages.Value;
            if (SyncOf(layer, device, first, pages) is { } failure) return failure;
            first += pages;
        }

        return null;
    }

    // 4. A copy that is full holds what was unmapped and not refreshed: everything is refreshed, once.
    private static DmaFailure? SyncOf(DmaLayer layer, int device, int first, int pages)
    {
        var result = Below.Refresh(layer, device, first, pages, RefreshReason.Map);
        if (result == RefreshResult.Done) return null;
        if (result == RefreshResult.Error) return DmaFailure.Broken;
        for (var i = 0; i < layer.Rules.Retries; i++)
        {
            result = Again(layer, device, first, pages);
            if (layer.Rules.RetryFrees) UnmapSteps.FreeAll(layer);
            if (layer.Rules.Accepts(result)) return null;
        }

        return result == RefreshResult.Error ? DmaFailure.Broken : DmaFailure.NoMemory;
    }

    private static RefreshResult Again(DmaLayer layer, int device, int first, int pages)
    {
        var result = RefreshResult.Done;
        if (layer.Rules.Cure == FullCure.FlushQueue)
        {
            UnmapSteps.Flush(layer);
            foreach (var waiting in layer.Queue.All) UnmapSteps.Reap(layer, waiting);
        }
        else
        {
            result = Below.Refresh(layer, device, 0, layer.Machine.Pages, RefreshReason.Retry);
        }

        return layer.Rules.Cure == FullCure.RefreshEverything
            ? result
            : Below.Refresh(layer, device, first, pages, RefreshReason.Map);
    }

    // 5. A map that fails leaves nothing: no entry, no copy, no address taken.
    private static DmaObservation.Failed Undo(DmaLayer layer, int first, int taken, int installed, DmaFailure why)
    {
        Below.Clear(layer, first, layer.Rules.Undone(installed));
        if (installed > 0) Below.RefreshAll(layer, first, installed, RefreshReason.Undo);
        if (layer.Rules.UndoFrees) layer.Space.Free(first, taken);
        return new DmaObservation.Failed(why, Noted(layer));
    }
}
