using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>What the model of a tracker answers; changes nothing.</summary>
public static class TrackerAnswer
{
    /// <summary>Answers an operation.</summary>
    /// <param name="tracker">The tracker before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The observation.</returns>
    public static Observation To(TrackerModel tracker, DirtyOperation operation) => operation switch
    {
        DirtyOperation.Start when tracker.IsOn
            && tracker.Rules.SecondStart(tracker.Traits) == SecondStart.Refuses => DirtyObservation.Refused.Instance,
        DirtyOperation.Report report => Report(tracker, new Window(Ranges.Of(report.At, report.Pages), report.Size)),
        DirtyOperation.BeginReport begin => Begin(tracker, new Window(Ranges.Of(begin.At, begin.Pages), 0)),
        DirtyOperation.EndReport => End(tracker),
        DirtyOperation.Unmap unmap when unmap.Reports => Unmap(tracker, unmap),
        DirtyOperation.Copy copy => new DirtyObservation.Content(
            tracker.Content.TryGetValue(copy.At.PageStart(), out var step) ? new Held(step) : null),
        DirtyOperation.Move => new DirtyObservation.Arrived([]),
        _ => DirtyObservation.Done.Instance,
    };

    /// <summary>The bits of a window.</summary>
    /// <param name="tracker">The tracker.</param>
    /// <param name="window">The window.</param>
    /// <returns>The bits that are set.</returns>
    internal static ValueList<PageRun> Bits(TrackerModel tracker, Window window)
    {
        if (!tracker.IsOn) return [];
        var inspected = tracker.Rules.Inspected(window.Range, tracker.Population.Mapped);
        var dirty = tracker.Dirty();
        if (inspected.Last.Value < window.Range.Last.Value)
            dirty.Remove(new IovaRange(inspected.Last.Plus(1), window.Range.Last));
        return tracker.Rules.Bits(window, dirty);
    }

    private static bool Refuses(TrackerModel tracker, Window window)
    {
        if (!tracker.IsOn) return tracker.Rules.RefusesWhenOff(tracker.Traits);
        return tracker.Rules.Refuses(window)
            || WindowDuty.Of(tracker.Traits, tracker.Population, window) != Duty.Do;
    }

    private static Observation Report(TrackerModel tracker, Window window) => Refuses(tracker, window)
        ? DirtyObservation.Refused.Instance
        : new DirtyObservation.Bitmap(Bits(tracker, window), tracker.Rules.KeepsGuards(window));

    private static Observation Begin(TrackerModel tracker, Window window) =>
        Refuses(tracker, window) ? DirtyObservation.Refused.Instance : DirtyObservation.Done.Instance;

    private static Observation End(TrackerModel tracker) => tracker.Begun is { } begun
        ? new DirtyObservation.Bitmap(
            tracker.Rules.BitsAtEnd(begun.Window, begun.Bits), tracker.Rules.KeepsGuards(begun.Window))
        : DirtyObservation.Refused.Instance;

    private static Observation Unmap(TrackerModel tracker, DirtyOperation.Unmap unmap)
    {
        if (tracker.Population.Mapping(unmap.At) is not { } mapping) return DirtyObservation.Refused.Instance;
        var reports = tracker.IsOn && tracker.Rules.UnmapReports;
        return new DirtyObservation.Bitmap(reports ? Bits(tracker, new Window(mapping.Range, 0)) : [], true);
    }
}
