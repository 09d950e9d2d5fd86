using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>How time passes, and how everything is refreshed.</summary>
internal static class TimeSteps
{
    public static DmaObservation Advance(DmaLayer layer, Duration time)
    {
        layer.Now = layer.Now.Plus(time);
        if (layer.Timer is { } timer && timer.Nanoseconds <= layer.Now.Nanoseconds)
        {
            // The timer is off before the refresh: whoever unmaps from now on sets it again.
            layer.Timer = null;
            if (layer.Rules.TimerFlushes) UnmapSteps.Flush(layer);
            foreach (var waiting in layer.Queue.All) UnmapSteps.Reap(layer, waiting);
        }

        return new DmaObservation.Done(MapSteps.Noted(layer));
    }

    public static DmaObservation Begin(DmaLayer layer)
    {
        layer.Queue.Begun++;
        Below.RefreshEverything(layer);
        return new DmaObservation.Done(MapSteps.Noted(layer));
    }

    public static DmaObservation End(DmaLayer layer)
    {
        layer.Queue.Ended++;
        return new DmaObservation.Done(MapSteps.Noted(layer));
    }

    /// <summary>The call that is going to fail.</summary>
    public static DmaObservation Fail(DmaLayer layer, DmaOperation.Fail fail)
    {
        if (fail.Call == InnerCall.Table) layer.NoTable = fail.After;
        else layer.Machine.Fail(fail.Call, fail.After);
        return new DmaObservation.Done([]);
    }

    public static DmaObservation Limit(DmaLayer layer, PageCount slots)
    {
        layer.Machine.Slots = slots;
        return new DmaObservation.Done([]);
    }
}
