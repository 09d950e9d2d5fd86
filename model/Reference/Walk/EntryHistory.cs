using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>
/// All that an entry has held: its words are stored one by one and read together. It is gone through from what it holds
/// now to what it held at first.
/// </summary>
internal sealed class EntryHistory
{
    /// <summary>The words of the longest entry of any format.</summary>
    public const int MostWords = TableMemory.WordsOfLine;

    private readonly WordHistory?[] _parts = new WordHistory?[MostWords];
    private readonly Word[] _content = new Word[MostWords];
    private readonly int[] _changed = new int[MostWords];
    private readonly int[] _versions = new int[MostWords];
    private WordHistory?[] _words = [];
    private int _first;
    private int _changes;
    private bool _wasMarked;

    /// <summary>How many words it has.</summary>
    public int Count { get; private set; }

    /// <summary>The moment from which the version that was come to counts; 0 for the first.</summary>
    public long Born { get; private set; }

    /// <summary>What the entry held.</summary>
    public ReadOnlySpan<Word> Content => _content.AsSpan(0, Count);

    private ReadOnlySpan<WordHistory?> Words => _words.AsSpan(_first, Count);

    /// <summary>Starts with what an entry in memory holds now.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="at">The address of the entry.</param>
    /// <param name="count">Its words.</param>
    public void Open(TableMemory memory, Gpa at, int count)
    {
        (_words, _first, Count) = (memory.LineAt(at), memory.InLine(at), count);
        if (_first + count > TableMemory.WordsOfLine)
        {
            for (var i = 0; i < count; i++) _parts[i] = memory.Find(at.Plus((ulong)i * 8));
            (_words, _first) = (_parts, 0);
        }

        Start();
    }

    /// <summary>Starts with what a register holds now.</summary>
    /// <param name="register">Its history.</param>
    public void Open(WordHistory register)
    {
        _parts[0] = register;
        (_words, _first, Count) = (_parts, 0, 1);
        Start();
    }

    /// <summary>The walk of some request read it as an entry of a page table.</summary>
    public void NoteEntry()
    {
        if (Words[0] is { } history) history.IsEntry = true;
    }

    /// <summary>Goes to the version before; not to be called on the first.</summary>
    public void GoBack()
    {
        var died = Born;
        Born = 0;
        foreach (var i in _changed.AsSpan(0, _changes))
        {
            var history = Words[i]!;
            ref var version = ref _versions[i];
            if (history.Born(version) == died) _content[i] = history.Value(--version);
            Born = Math.Max(Born, history.Born(version));
        }
    }

    /// <summary>Whether some request used what a word of it held as a table entry that is marked.</summary>
    /// <returns>True if the unit may have turned bits of it.</returns>
    public bool WasMarked()
    {
        if (!_wasMarked) return false;
        for (var i = 0; i < Count; i++)
        {
            if (Words[i] is { } history && history.WasMarked(history.Count > 1 ? _versions[i] : 0)) return true;
        }

        return false;
    }

    /// <summary>The moment from which some version led to where this one leads.</summary>
    /// <param name="addressBits">The bits of a word in which an address can be.</param>
    /// <returns>The moment.</returns>
    public long LedSince(Word addressBits)
    {
        var since = Born;
        foreach (var i in _changed.AsSpan(0, _changes))
        {
            var address = new Word(_content[i].Value & addressBits.Value);
            if (address != default) since = Math.Min(since, Words[i]!.HeldSince(address, addressBits));
        }

        return since;
    }

    private void Start()
    {
        (Born, _changes, _wasMarked) = (0, 0, false);
        for (var i = 0; i < Count; i++)
        {
            var history = Words[i];
            _content[i] = history?.Now ?? default;
            if (history is null) continue;
            _wasMarked |= history.WasEverMarked;
            if (history.Count == 1) continue;
            _changed[_changes++] = i;
            _versions[i] = history.Count - 1;
            Born = Math.Max(Born, history.Born(history.Count - 1));
        }
    }
}
