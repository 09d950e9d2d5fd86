using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>What an operation changes in the model of a tracker.</summary>
public static class TrackerSteps
{
    /// <summary>Does an operation.</summary>
    /// <param name="tracker">The tracker, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="answer">What was answered to it.</param>
    /// <param name="step">The number of the step.</param>
    public static void Do(TrackerModel tracker, DirtyOperation operation, Observation answer, int step)
    {
        if (answer is DirtyObservation.Refused) return;
        switch (operation)
        {
            case DirtyOperation.Start: Start(tracker); break;
            case DirtyOperation.Stop: Stop(tracker); break;
            case DirtyOperation.Map map: Map(tracker, map); break;
            case DirtyOperation.Unmap unmap: Unmap(tracker, unmap); break;
            case DirtyOperation.Write write: WriteSteps.Whole(tracker, write, step); break;
            case DirtyOperation.Move { Meanwhile: { } during }:
                WriteSteps.Whole(tracker, new(during.Writer, during.At, during.Length), step);
                break;
            case DirtyOperation.BeginWrite begin: WriteSteps.Begin(tracker, begin, step); break;
            case DirtyOperation.EndWrite end: WriteSteps.End(tracker, end.Begun.Step); break;
            case DirtyOperation.Report report: Report(tracker, report); break;
            case DirtyOperation.BeginReport begin: Begin(tracker, begin, step); break;
            case DirtyOperation.EndReport: End(tracker); break;
            case DirtyOperation.Pin pin: Pin(tracker, pin, step); break;
            case DirtyOperation.Unpin unpin: Unpin(tracker, unpin.Pinned.Step); break;
            case DirtyOperation.Attach attach: tracker.Population.Attach(attach.Writer); break;
            case DirtyOperation.Detach detach: Detach(tracker, detach.Writer); break;
            default: break;
        }
    }

    private static void Start(TrackerModel tracker)
    {
        if (tracker.IsOn && tracker.Rules.SecondStart(tracker.Traits) != SecondStart.Clears) return;
        tracker.Log.Clear();
        tracker.IsOn = true;
        tracker.Starts++;
        if (tracker.Traits.StartsDirty) Fill(tracker);
    }

    private static void Stop(TrackerModel tracker)
    {
        tracker.IsOn = false;
        tracker.Log.Clear();
    }

    private static void Map(TrackerModel tracker, DirtyOperation.Map map)
    {
        var range = Ranges.Of(map.At, map.Pages);
        tracker.Population.Map(new TrackedMapping(range, tracker.IsOn));
        Forget(tracker, range);
        if (tracker.IsOn && tracker.Traits.StartsDirty) tracker.Log.Add(range);
    }

    private static void Forget(TrackerModel tracker, IovaRange range)
    {
        foreach (var page in tracker.Content.Keys.Where(range.Contains).ToList()) tracker.Content.Remove(page);
    }

    private static void Unmap(TrackerModel tracker, DirtyOperation.Unmap unmap)
    {
        if (tracker.Population.Mapping(unmap.At) is not { } mapping) return;
        var isKept = !unmap.Reports && tracker.Rules.OutlivesMapping(tracker.Traits);
        if (isKept && tracker.IsOn) MarkUnseen(tracker, mapping.Range);
        if (!isKept) tracker.Log.Remove(mapping.Range);
        tracker.Population.Unmap(mapping.Range);
    }

    // What was perhaps written unseen is marked before it cannot be told any more.
    private static void MarkUnseen(TrackerModel tracker, IovaRange range)
    {
        if (tracker.Population.HasUnseen) tracker.Log.Add(range);
        foreach (var pin in tracker.Population.Pins)
        {
            if (pin.Range.Overlaps(range)) tracker.Log.Add(pin.Range);
        }
    }

    private static void Report(TrackerModel tracker, DirtyOperation.Report report)
    {
        var window = new Window(Ranges.Of(report.At, report.Pages), report.Size);
        var clears = report.Clears ? tracker.Rules.ReportClears : tracker.Rules.PeekClears;
        if (clears && tracker.IsOn) tracker.Log.Remove(tracker.Rules.Cleared(window));
    }

    private static void Begin(TrackerModel tracker, DirtyOperation.BeginReport begin, int step)
    {
        var window = new Window(Ranges.Of(begin.At, begin.Pages), 0);
        tracker.Begun = (step, window, TrackerAnswer.Bits(tracker, window));
        if (tracker.Rules.ReportClears && tracker.IsOn) tracker.Log.Remove(tracker.Rules.Cleared(window));
    }

    private static void End(TrackerModel tracker)
    {
        if (tracker is { Begun: { } begun, Rules.KeepsWhatReportOverlaps: false })
            tracker.Log.Remove(begun.Window.Range);
        tracker.Begun = null;
    }

    private static void Pin(TrackerModel tracker, DirtyOperation.Pin pin, int step)
    {
        var wasNarrowed = tracker.Population.IsNarrowed(pin.Writer);
        tracker.Population.Pin(new PinnedPages(step, pin.Writer, Ranges.Of(pin.At, pin.Pages)));
        var narrows = !wasNarrowed && tracker.Population.IsNarrowed(pin.Writer);
        if (narrows && tracker.IsOn && tracker.Rules.FillsAtPin) Fill(tracker);
    }

    private static void Unpin(TrackerModel tracker, int step)
    {
        foreach (var pin in tracker.Population.Pins)
        {
            if (pin.Step == step && tracker.IsOn) tracker.Log.Add(pin.Range);
        }

        tracker.Population.Pins.RemoveAll(pin => pin.Step == step);
    }

    private static void Detach(TrackerModel tracker, WriterId writer)
    {
        var population = tracker.Population;
        var isUnseen = population.KindOf(writer) == WriterKind.Unseen;
        if (isUnseen && tracker.IsOn && tracker.Rules.FillsAtDetach) Fill(tracker);
        foreach (var pin in population.Pins)
        {
            if (pin.Writer == writer && tracker.IsOn) tracker.Log.Add(pin.Range);
        }

        if (!tracker.Rules.KeepsMarksAtDetach) tracker.Log.Clear();
        population.Detach(writer);
    }

    private static void Fill(TrackerModel tracker)
    {
        foreach (var range in tracker.Population.Mapped.Ranges) tracker.Log.Add(range);
    }
}
