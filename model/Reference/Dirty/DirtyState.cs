using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>What is known of a tracker in the middle of a case.</summary>
/// <param name="configuration">What holds for the case.</param>
public sealed class DirtyState(DirtyConfiguration configuration)
{
    /// <summary>What the tracker is.</summary>
    public DirtyTraits Traits => configuration.Traits;

    /// <summary>A tracker that conforms and has gone through the same operations: it answers for the plan.</summary>
    public TrackerModel Model { get; } = new(configuration, TrackerRules.Standard);

    /// <summary>What is mapped, what is pinned, and who is there.</summary>
    public Population Population { get; } = new(configuration);

    /// <summary>How many steps were done.</summary>
    public int Step { get; set; }

    /// <summary>Whether the log runs.</summary>
    public bool IsOn { get; set; }

    /// <summary>How often the log was started.</summary>
    public int Starts { get; set; }

    /// <summary>The pages that the next report has to give, in the order in which they were written.</summary>
    public List<PageNote> Notes { get; } = [];

    /// <summary>The pages that a report may give besides.</summary>
    public PageSet May { get; } = new();

    /// <summary>The pages that were given and not written since.</summary>
    public PageSet Cleaned { get; } = new();

    /// <summary>The writes that have begun.</summary>
    public List<OpenWrite> Writes { get; } = [];

    /// <summary>The report that has begun: its step, its window, and the pages that it may give so far.</summary>
    public (int Step, Window Window, PageSet Allowed)? Begun { get; set; }

    /// <summary>Who wrote each page last, by the step.</summary>
    public SortedDictionary<Iova, int> Content { get; } = [];

    /// <summary>The note of a page.</summary>
    /// <param name="page">The first address of the page.</param>
    /// <returns>The note, or null.</returns>
    public PageNote? Note(Iova page)
    {
        foreach (var note in Notes)
        {
            if (note.Page == page) return note;
        }

        return null;
    }

    /// <summary>The write that has begun on a page.</summary>
    /// <param name="page">An address in the page.</param>
    /// <returns>The write, or null.</returns>
    public OpenWrite? WriteOn(Iova page)
    {
        foreach (var write in Writes)
        {
            if (write.Range.Contains(page)) return write;
        }

        return null;
    }

    /// <summary>Something has happened to all pages that are waiting to be reported.</summary>
    /// <param name="what">What.</param>
    /// <param name="concerns">Which pages.</param>
    public void Remember(Circumstances what, Predicate<PageNote> concerns)
    {
        foreach (var note in Notes)
        {
            if (concerns(note)) note.Circumstances |= what;
        }
    }

    /// <summary>All that is mapped may be reported.</summary>
    public void AllowAllMapped()
    {
        foreach (var range in Population.Mapped.Ranges) May.Add(range);
    }

    /// <summary>Nothing is demanded of a range any more, and everything is allowed.</summary>
    /// <param name="range">The range.</param>
    public void Excuse(IovaRange range)
    {
        Notes.RemoveAll(note => range.Contains(note.Page));
        May.Add(range);
    }
}
