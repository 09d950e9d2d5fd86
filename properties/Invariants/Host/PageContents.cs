using IoSpec.Contracts;

namespace IoSpec.Invariants.Host;

/// <summary>Which step wrote each page of a host last, and which others may have.</summary>
public sealed class PageContents
{
    private static readonly HashSet<int> None = [];
    private readonly Dictionary<ulong, int> _writers = [];
    private readonly Dictionary<ulong, HashSet<int>> _others = [];

    /// <summary>The step that wrote a page last.</summary>
    /// <param name="at">An address in the page.</param>
    /// <returns>The step; -1 for none.</returns>
    public int Writer(Hpa at) => _writers.GetValueOrDefault(at.PageStart().Value, -1);

    /// <summary>Whether a page may hold something.</summary>
    /// <param name="at">An address in the page.</param>
    /// <param name="step">The step that wrote it; -1 if it is empty.</param>
    /// <returns>False if it has to hold something else.</returns>
    public bool MayHold(Hpa at, int step) => step == Writer(at) || OthersOf(at).Contains(step);

    /// <summary>A page was written.</summary>
    /// <param name="at">An address in the page.</param>
    /// <param name="step">The step; -1 if it was emptied.</param>
    public void Write(Hpa at, int step)
    {
        var page = at.PageStart().Value;
        if (step < 0) _writers.Remove(page);
        else _writers[page] = step;
        _others.Remove(page);
    }

    /// <summary>It was seen what a page holds.</summary>
    /// <param name="at">An address in the page.</param>
    /// <param name="step">The step that wrote it; -1 if it is empty.</param>
    public void Settle(Hpa at, int step)
    {
        if (MayHold(at, step)) Write(at, step);
    }

    /// <summary>A page was copied to another one.</summary>
    /// <param name="to">An address in the page that was written.</param>
    /// <param name="from">An address in the other one.</param>
    /// <param name="isSure">Whether it was; otherwise the page may be as it was.</param>
    public void Copy(Hpa to, Hpa from, bool isSure = true)
    {
        HashSet<int> others = [.. OthersOf(from)];
        if (!isSure) others.UnionWith([Writer(to), .. OthersOf(to)]);
        Write(to, Writer(from));
        if (others.Count > 0) _others[to.PageStart().Value] = others;
    }

    private HashSet<int> OthersOf(Hpa at) => _others.GetValueOrDefault(at.PageStart().Value, None);
}
