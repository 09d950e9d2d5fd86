using IoSpec.Contracts;

namespace IoSpec.Invariants.Host;

/// <summary>Which step wrote each page of a host last.</summary>
public sealed class PageContents
{
    private readonly Dictionary<ulong, int> _writers = [];

    /// <summary>The step that wrote a page last.</summary>
    /// <param name="at">An address in the page.</param>
    /// <returns>The step; -1 for none.</returns>
    public int Writer(Hpa at) => _writers.GetValueOrDefault(at.PageStart().Value, -1);

    /// <summary>A page was written.</summary>
    /// <param name="at">An address in the page.</param>
    /// <param name="step">The step.</param>
    public void Write(Hpa at, int step) => _writers[at.PageStart().Value] = step;

    /// <summary>A page was emptied.</summary>
    /// <param name="at">An address in the page.</param>
    public void Empty(Hpa at) => _writers.Remove(at.PageStart().Value);

    /// <summary>A page was copied to another one.</summary>
    /// <param name="to">An address in the page that was written.</param>
    /// <param name="from">An address in the other one.</param>
    public void Copy(Hpa to, Hpa from)
    {
        if (Writer(from) is >= 0 and var step) Write(to, step);
        else Empty(to);
    }
}
