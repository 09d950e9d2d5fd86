using IoSpec.Contracts;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>Memory that is all zero until it is written.</summary>
internal sealed class FakeMemory
{
    private const int WordsPerPage = 512;
    private static readonly ulong[] Zero = new ulong[WordsPerPage];

    private readonly Dictionary<ulong, ulong[]> _pages = [];

    /// <summary>The words of a page.</summary>
    /// <param name="page">Its first address.</param>
    /// <returns>512 words.</returns>
    public ReadOnlySpan<ulong> Words(Gpa page) => _pages.GetValueOrDefault(page.Value >> Page.Shift, Zero);

    /// <summary>Reads a word.</summary>
    /// <param name="at">Its address.</param>
    /// <returns>The word.</returns>
    public Word Load(Gpa at) => new(Words(at)[Index(at)]);

    /// <summary>Writes a word.</summary>
    /// <param name="at">Its address.</param>
    /// <param name="value">The word.</param>
    public void Store(Gpa at, Word value)
    {
        var number = at.Value >> Page.Shift;
        if (!_pages.TryGetValue(number, out var page)) _pages.Add(number, page = new ulong[WordsPerPage]);
        page[Index(at)] = value.Value;
    }

    /// <summary>Sets a page to zero.</summary>
    /// <param name="page">Its first address.</param>
    public void Clear(Gpa page) => _pages.Remove(page.Value >> Page.Shift);

    private static int Index(Gpa at)
    {
        if (at.Value % sizeof(ulong) != 0) throw new ArgumentException($"{at} is not aligned", nameof(at));
        return (int)(at.Value % Page.Bytes) / sizeof(ulong);
    }
}
