using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>What a write changes in the model of a tracker: the memory, and the marks after it.</summary>
internal static class WriteSteps
{
    public static void Whole(TrackerModel tracker, DirtyOperation.Write write, int step)
    {
        Store(tracker, write.At, write.Length, step);
        Mark(tracker, write.Writer, write.At, write.Length);
    }

    public static void Begin(TrackerModel tracker, DirtyOperation.BeginWrite begin, int step)
    {
        tracker.Writes[step] = (begin.Writer, begin.At, begin.Length);
        if (tracker.Rules.MarksAtBegin) Mark(tracker, begin.Writer, begin.At, begin.Length);
    }

    public static void End(TrackerModel tracker, int step)
    {
        if (!tracker.Writes.Remove(step, out var write)) return;
        Store(tracker, write.At, write.Length, step);
        if (tracker.Rules.MarksAtEnd) Mark(tracker, write.Writer, write.At, write.Length);
    }

    private static void Store(TrackerModel tracker, Iova at, ByteCount length, int step)
    {
        foreach (var page in Ranges.Pages(Ranges.Touched(at, length))) tracker.Content[page] = step;
    }

    private static void Mark(TrackerModel tracker, WriterId writer, Iova at, ByteCount length)
    {
        if (!tracker.IsOn || (tracker.Starts > 1 && !tracker.Rules.TracksAgain)) return;
        if (!tracker.Rules.Marks(writer, tracker.Population.KindOf(writer))) return;
        foreach (var mapping in tracker.Population.Mappings)
        {
            if (mapping.Range.Contains(at) && !tracker.Rules.Marks(mapping)) return;
        }

        tracker.Log.Add(Ranges.Extend(tracker.Rules.Marked(at, length), tracker.Traits.Granule));
    }
}
