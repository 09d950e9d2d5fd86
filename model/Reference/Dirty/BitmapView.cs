using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>The bits of a report.</summary>
/// <param name="Runs">The runs, as they were seen.</param>
internal readonly record struct BitmapView(ValueList<PageRun> Runs)
{
    /// <summary>Whether the runs are in order, not empty, and do not overlap.</summary>
    public bool IsWellFormed
    {
        get
        {
            var next = 0ul;
            foreach (var run in Runs.AsSpan())
            {
                var end = unchecked(run.First.Value + run.Count.Value);
                if (run.Count.Value == 0 || run.First.Value < next || end < run.First.Value) return false;
                next = end;
            }

            return true;
        }
    }

    /// <summary>Whether all bits are inside a window.</summary>
    public bool IsWithin(Window window) => Runs.Count == 0
        || Runs[Runs.Count - 1].First.Value + Runs[Runs.Count - 1].Count.Value <= window.Bits.Value;

    /// <summary>Whether a bit is set.</summary>
    public bool Has(PageCount bit)
    {
        foreach (var run in Runs.AsSpan())
        {
            if (bit.Value >= run.First.Value && bit.Value - run.First.Value < run.Count.Value) return true;
        }

        return false;
    }

    /// <summary>The first bit that is set and that none of the allowed runs has; null if there is none.</summary>
    public PageCount? FirstBeyond(ValueList<PageRun> allowed)
    {
        foreach (var run in Runs.AsSpan())
        {
            var at = run.First.Value;
            var end = at + run.Count.Value;
            foreach (var fine in allowed.AsSpan())
            {
                if (fine.First.Value > at) break;
                at = Math.Max(at, fine.First.Value + fine.Count.Value);
            }

            if (at < end) return new PageCount(at);
        }

        return null;
    }
}
