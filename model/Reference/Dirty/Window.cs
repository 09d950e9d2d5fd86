using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>The window of a report, and which bit stands for which of its pages.</summary>
/// <param name="Range">The addresses.</param>
/// <param name="Size">The size of page of the report: two to the power of it smallest pages.</param>
public readonly record struct Window(IovaRange Range, int Size)
{
    /// <summary>How many bits it has.</summary>
    public PageCount Bits => new(Bit(Range.Last).Value + 1);

    /// <summary>The bit of an address inside.</summary>
    /// <param name="at">The address.</param>
    /// <returns>The bit, counted from the start of the window.</returns>
    public PageCount Bit(Iova at) => new((at.Value - Range.First.Value) >> (Page.Shift + Size));

    /// <summary>The bits of a part of the window.</summary>
    /// <param name="part">The part.</param>
    /// <returns>The bits.</returns>
    public PageRun Run(IovaRange part)
    {
        var (first, last) = (Bit(part.First).Value, Bit(part.Last).Value);
        return new PageRun(new PageCount(first), new PageCount(last - first + 1));
    }

    /// <summary>The bits of what a set has inside the window.</summary>
    /// <param name="dirty">The set.</param>
    /// <returns>The bits that are set, in order.</returns>
    public ValueList<PageRun> Runs(PageSet dirty)
    {
        var runs = new List<PageRun>();
        foreach (var range in dirty.Ranges)
        {
            if (!range.Overlaps(Range)) continue;
            var run = Run(range.Intersect(Range));
            if (runs.Count > 0 && End(runs[^1]) >= run.First.Value)
            {
                // Two ranges meet in one page of the report.
                var first = runs[^1].First.Value;
                var end = Math.Max(End(runs[^1]), End(run));
                runs[^1] = new PageRun(runs[^1].First, new PageCount(end - first));
            }
            else
            {
                runs.Add(run);
            }
        }

        return [.. runs];
    }

    private static ulong End(PageRun run) => run.First.Value + run.Count.Value;
}
