using System.Runtime.InteropServices;
using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>All that a word of memory has held in a case.</summary>
public sealed class WordHistory
{
    private readonly List<Version> _versions = [default];

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
    public bool IsMarked
    {
        get;
        set
        {
            field = value;
            WasEverMarked |= value;
        }
    }

    /// <summary>Whether that was so at any time.</summary>
    internal bool WasEverMarked { get; private set; }

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

    /// <summary>What a version was.</summary>
    /// <param name="index">Which version, from 0.</param>
    /// <returns>The word.</returns>
    internal Word Value(int index) => _versions[index].Value;

    /// <summary>Whether some request used a version as a table entry that is marked.</summary>
    /// <param name="index">Which version, from 0.</param>
    /// <returns>True if the unit may have turned bits of it.</returns>
    internal bool WasMarked(int index) => index == _versions.Count - 1 ? IsMarked : _versions[index].WasMarked;

    /// <summary>The moment from which the word first held certain bits.</summary>
    /// <param name="bits">What they were.</param>
    /// <param name="mask">Which bits.</param>
    /// <returns>The moment; the last of all if it never held them.</returns>
    internal long HeldSince(Word bits, Word mask)
    {
        foreach (var version in _versions)
        {
            if ((version.Value.Value & mask.Value) == bits.Value) return version.Born;
        }

        return long.MaxValue;
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
        ref var last = ref CollectionsMarshal.AsSpan(_versions)[^1];
        if (isSame && MustMark.Value != 0) last.Value = new Word(Now.Value ^ MustMark.Value);
        MayMark = isSame ? new Word(MayMark.Value & ~MustMark.Value) : default;
        MustMark = default;
        last.WasMarked |= IsMarked && !isSame;
        IsMarked &= isSame;
        if (value != Now) _versions.Add(new Version { Value = value, Born = moment });
    }

    /// <summary>What the unit left in the word became known: it is no change by software.</summary>
    /// <param name="value">The word.</param>
    public void Adopt(Word value)
    {
        (MayMark, MustMark, IsMarked) = (default, default, false);
        CollectionsMarshal.AsSpan(_versions)[^1].Value = value;
    }

    private struct Version
    {
        public Word Value;
        public long Born;
        public bool WasMarked;
    }
}
