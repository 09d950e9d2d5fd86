using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>All that a word of memory has held in a case.</summary>
public sealed class WordHistory
{
    private readonly List<(Word Value, long Born)> _versions = [(default, 0)];

    /// <summary>What it holds now, as far as software is concerned.</summary>
    public Word Now => _versions[^1].Value;

    /// <summary>How many versions there were.</summary>
    public int Count => _versions.Count;

    /// <summary>Marks that the unit may have set since the word was written last.</summary>
    public Word MayMark { get; set; }

    /// <summary>Marks that the unit must have set since the word was written last.</summary>
    public Word MustMark { get; set; }

    /// <summary>
    /// Whether some request used the word as a table entry that is marked, since it was written last.
    /// </summary>
    public bool IsMarked { get; set; }

    /// <summary>Whether the walk of some request read the word as an entry of a page table.</summary>
    public bool IsEntry { get; set; }

    /// <summary>The moment from which a version counts.</summary>
    /// <param name="index">Which version, from 0.</param>
    /// <returns>The moment.</returns>
    public long Born(int index) => _versions[index].Born;

    /// <summary>What the word held at a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>The word.</returns>
    public Word At(long moment)
    {
        for (var i = _versions.Count - 1; i > 0; i--)
        {
            if (_versions[i].Born <= moment) return _versions[i].Value;
        }

        return _versions[0].Value;
    }

    /// <summary>Software stores a word.</summary>
    /// <remarks>
    /// Storing what was there before is a change if the unit had marked it: a cache may hold it marked. Where it is not
    /// certain that it was marked, it stays uncertain.
    /// </remarks>
    /// <param name="value">The word.</param>
    /// <param name="moment">When.</param>
    public void Store(Word value, long moment)
    {
        var isSame = value == Now;
        if (isSame && MustMark.Value != 0) _versions[^1] = (new Word(Now.Value ^ MustMark.Value), _versions[^1].Born);
        MayMark = isSame ? new Word(MayMark.Value & ~MustMark.Value) : default;
        MustMark = default;
        IsMarked &= isSame;
        if (value != Now) _versions.Add((value, moment));
    }

    /// <summary>What the unit left in the word became known: it is no change by software.</summary>
    /// <param name="value">The word.</param>
    public void Adopt(Word value)
    {
        (MayMark, MustMark, IsMarked) = (default, default, false);
        _versions[^1] = (value, _versions[^1].Born);
    }
}
