using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>How mappings end, and how their addresses come back.</summary>
internal static class UnmapSteps
{
    public static DmaObservation Unmap(DmaLayer layer, DmaOperation.Unmap unmap)
    {
        var at = layer.Find(unmap.Mapped.Step);
        var mapping = layer.Mappings[at];
        layer.Mappings[at] = mapping with { IsLive = false };

        // 1. No entry stays valid.
        Below.Clear(layer, mapping.First, layer.Rules.Cleared(mapping.Count));

        // 2. Strict: every device is refreshed, then the address is free. Lazy: it waits.
        if (layer.Configuration.Policy is DmaPolicy.Lazy lazy)
        {
            Wait(layer, lazy, mapping, unmap.On);
        }
        else
        {
            Below.RefreshAll(layer, mapping.First, mapping.Count, RefreshReason.Unmap);
            layer.Space.Free(mapping.First, layer.Rules.Taken(mapping.Count));
        }

        return new DmaObservation.Done(MapSteps.Noted(layer));
    }

    /// <summary>Frees everything that waits.</summary>
    public static void FreeAll(DmaLayer layer)
    {
        foreach (var waiting in layer.Queue.All)
        {
            foreach (var unmap in waiting) layer.Space.Free(unmap.First, unmap.Count);
            waiting.Clear();
        }
    }

    /// <summary>Refreshes everything, from beginning to end.</summary>
    public static void Flush(DmaLayer layer)
    {
        layer.Queue.Begun++;
        Below.RefreshEverything(layer);
        layer.Queue.Ended++;
    }

    /// <summary>Frees what is ripe, in the order of the unmaps, up to the first that is not.</summary>
    public static void Reap(DmaLayer layer, List<WaitingUnmap> waiting)
    {
        var ripe = 0;
        while (ripe < waiting.Count && layer.Rules.IsRipe(waiting[ripe].Flushes, layer.Queue.Ended))
        {
            layer.Space.Free(waiting[ripe].First, waiting[ripe].Count);
            ripe++;
        }

        waiting.RemoveRange(0, ripe);
    }

    private static void Wait(DmaLayer layer, DmaPolicy.Lazy lazy, GuestMapping mapping, ProcessorId on)
    {
        var waiting = layer.Queue.All[lazy.PerProcessor ? (int)on.Value : 0];
        var taken = layer.Rules.Taken(mapping.Count);
        if (!layer.Rules.Waits)
        {
            layer.Space.Free(mapping.First, taken);
            return;
        }

        // 3. What is ripe goes first; a queue that still is full is refreshed.
        Reap(layer, waiting);
        if (waiting.Count >= lazy.Entries && layer.Rules.FlushesWhenFull)
        {
            Flush(layer);
            Reap(layer, waiting);
        }

        if (waiting.Count >= lazy.Entries && layer.Rules.ForgetsWhenFull) waiting.RemoveAt(0);

        // 4. The first that waits sets the timer.
        var counter = layer.Rules.Counter(layer.Queue.Begun, layer.Queue.Ended);
        waiting.Add(new WaitingUnmap(mapping.First, taken, counter));
        if (layer.Rules.SetsTimer(layer.Timer is not null)) layer.Timer = layer.Now.Plus(lazy.Timeout);
    }
}
