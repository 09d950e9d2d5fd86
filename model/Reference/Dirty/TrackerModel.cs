using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>A tracker that follows the rules, and the memory that it tracks.</summary>
/// <param name="configuration">What holds for the case.</param>
/// <param name="rules">The decisions.</param>
public sealed class TrackerModel(DirtyConfiguration configuration, TrackerRules rules)
{
    /// <summary>What it is.</summary>
    public DirtyTraits Traits => configuration.Traits;

    /// <summary>The decisions.</summary>
    public TrackerRules Rules { get; } = rules;

    /// <summary>What is mapped, what is pinned, and who is there.</summary>
    public Population Population { get; } = new(configuration);

    /// <summary>Whether the log runs.</summary>
    public bool IsOn { get; set; }

    /// <summary>How often the log was started.</summary>
    public int Starts { get; set; }

    /// <summary>The pages that are marked.</summary>
    public PageSet Log { get; } = new();

    /// <summary>Who wrote each page last, by the step.</summary>
    public SortedDictionary<Iova, int> Content { get; } = [];

    /// <summary>The writes that have begun, by their steps.</summary>
    public SortedDictionary<int, (WriterId Writer, Iova At, ByteCount Length)> Writes { get; } = [];

    /// <summary>The report that has begun: its step, its window, and the bits that it will give.</summary>
    public (int Step, Window Window, ValueList<PageRun> Bits)? Begun { get; set; }

    /// <summary>What is dirty: what is marked, what is pinned, and what was perhaps written unseen.</summary>
    /// <returns>The pages.</returns>
    public PageSet Dirty()
    {
        var dirty = new PageSet();
        foreach (var range in Log.Ranges) dirty.Add(range);
        if (Rules.PinsAreSticky)
        {
            foreach (var pin in Population.Pins) dirty.Add(pin.Range);
        }

        if (!Population.HasUnseen || !Rules.CountsUnseen(Population.Writers)) return dirty;
        foreach (var range in Population.Mapped.Ranges) dirty.Add(range);
        return dirty;
    }
}
