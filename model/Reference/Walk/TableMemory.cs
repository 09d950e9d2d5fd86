using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>The memory for tables, with the history of each word.</summary>
/// <param name="region">Where it is.</param>
public sealed class TableMemory(FrameRegion region)
{
    /// <summary>The words that are kept together: those of the longest entry.</summary>
    internal const int WordsOfLine = 8;

    private const int LinesOfPage = (int)(Page.Bytes / 8 / WordsOfLine);

    private static readonly WordHistory?[] Untouched = new WordHistory?[WordsOfLine];

    private readonly WordHistory?[]?[]?[] _pages = new WordHistory?[region.Pages.Value][][];

    /// <summary>The words that were ever written, in the order of their first writing.</summary>
    public List<Gpa> Written { get; } = [];

    /// <summary>Where it is.</summary>
    public FrameRegion Region => region;

    /// <summary>The history of a word; null if it was never written.</summary>
    /// <param name="at">Its address, in the region.</param>
    /// <returns>The history.</returns>
    public WordHistory? Find(Gpa at) => LineAt(at)[InLine(at)];

    /// <summary>The words around an address, each with its history.</summary>
    /// <param name="at">The address, in the region.</param>
    /// <returns>The words; none of them if none was ever written.</returns>
    internal WordHistory?[] LineAt(Gpa at)
    {
        var offset = at.Value - region.Start.Value;
        return _pages[offset >> Page.Shift]?[LineOf(offset)] ?? Untouched;
    }

    /// <summary>The place of a word among those around it.</summary>
    /// <param name="at">The address, in the region.</param>
    /// <returns>The place, from 0.</returns>
    internal int InLine(Gpa at) => (int)((at.Value - region.Start.Value) >> 3) & (WordsOfLine - 1);

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
        var page = _pages[offset >> Page.Shift] ??= new WordHistory?[LinesOfPage][];
        var line = page[LineOf(offset)] ??= new WordHistory?[WordsOfLine];
        ref var history = ref line[InLine(at)];
        if (history is not null) return history;
        Written.Add(at);
        return history = new WordHistory();
    }

    private static int LineOf(ulong offset) => (int)(offset / (8 * WordsOfLine)) & (LinesOfPage - 1);
}
