using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>The memory for tables, with the history of each word.</summary>
/// <param name="region">Where it is.</param>
public sealed class TableMemory(FrameRegion region)
{
    private const int WordsPerPage = (int)(Page.Bytes / 8);

    private readonly WordHistory?[]?[] _pages = new WordHistory?[region.Pages.Value][];

    /// <summary>The words that were ever written, in the order of their first writing.</summary>
    public List<Gpa> Written { get; } = [];

    /// <summary>Where it is.</summary>
    public FrameRegion Region => region;

    /// <summary>The history of a word; null if it was never written.</summary>
    /// <param name="at">Its address, in the region.</param>
    /// <returns>The history.</returns>
    public WordHistory? Find(Gpa at)
    {
        var offset = at.Value - region.Start.Value;
        return _pages[offset >> Page.Shift]?[(int)(offset >> 3) & (WordsPerPage - 1)];
    }

    /// <summary>Whether no word of a page was ever written.</summary>
    /// <param name="page">The number of the page in the region, from 0.</param>
    /// <returns>True if none was.</returns>
    public bool IsUntouched(int page) => _pages[page] is null;

    /// <summary>What a word holds now.</summary>
    /// <param name="at">Its address, in the region.</param>
    /// <returns>The word.</returns>
    public Word Now(Gpa at) => Find(at)?.Now ?? default;

    /// <summary>Software stores a word.</summary>
    /// <param name="at">The address, in the region.</param>
    /// <param name="value">The word.</param>
    /// <param name="moment">When.</param>
    public void Store(Gpa at, Word value, long moment) => Enter(at).Store(value, moment);

    /// <summary>As <see cref="Find"/>, made if there is none.</summary>
    /// <param name="at">The address, in the region.</param>
    /// <returns>The history.</returns>
    public WordHistory Enter(Gpa at)
    {
        var offset = at.Value - region.Start.Value;
        var page = _pages[offset >> Page.Shift] ??= new WordHistory?[WordsPerPage];
        ref var history = ref page[(int)(offset >> 3) & (WordsPerPage - 1)];
        if (history is not null) return history;
        Written.Add(at);
        return history = new WordHistory();
    }
}
