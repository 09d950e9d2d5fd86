using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>
/// All that an entry has held: its words are stored one by one and read together. It is gone through from what it holds
/// now to what it held at first.
/// </summary>
internal sealed class EntryHistory
{
    /// <summary>The words of the longest entry of any format.</summary>
    public const int MostWords = 8;

    private readonly WordHistory?[] _words = new WordHistory?[MostWords];
    private readonly int[] _versions = new int[MostWords];

    /// <summary>How many words it has.</summary>
    public int Count { get; private set; }

    /// <summary>The moment from which the version that was come to counts; 0 for the first.</summary>
    public long Born { get; private set; }

    /// <summary>Starts with what an entry in memory holds now.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="at">The address of the entry.</param>
    /// <param name="count">Its words.</param>
    public void Open(TableMemory memory, Gpa at, int count)
    {
        for (var i = 0; i < count; i++) _words[i] = memory.Find(at.Plus((ulong)i * 8));
        Start(count);
    }

    /// <summary>Starts with what a register holds now.</summary>
    /// <param name="register">Its history.</param>
    public void Open(WordHistory register)
    {
        _words[0] = register;
        Start(1);
    }

    /// <summary>Goes to the version before; not to be called on the first.</summary>
    public void GoBack()
    {
        var died = Born;
        Born = 0;
        for (var i = 0; i < Count; i++)
        {
            if (_words[i] is not { } history) continue;
            ref var version = ref _versions[i];
            if (history.Born(version) == died) version--;
            Born = Math.Max(Born, history.Born(version));
        }
    }

    /// <summary>What the entry held.</summary>
    /// <param name="into">Takes its words.</param>
    public void CopyTo(Span<Word> into)
    {
        for (var i = 0; i < Count; i++) into[i] = _words[i]?.Value(_versions[i]) ?? default;
    }

    /// <summary>Whether some request used what a word of it held as a table entry that is marked.</summary>
    /// <returns>True if the unit may have turned bits of it.</returns>
    public bool WasMarked()
    {
        for (var i = 0; i < Count; i++)
        {
            if (_words[i]?.WasMarked(_versions[i]) == true) return true;
        }

        return false;
    }

    /// <summary>The moment from which some version led to where another leads.</summary>
    /// <param name="content">What that other held.</param>
    /// <param name="born">The moment from which it counts.</param>
    /// <param name="addressBits">The bits of a word in which an address can be.</param>
    /// <returns>The moment.</returns>
    public long LedSince(ReadOnlySpan<Word> content, long born, Word addressBits)
    {
        for (var i = 0; i < Count; i++)
        {
            var address = new Word(content[i].Value & addressBits.Value);
            if (address != default && _words[i] is { } history)
                born = Math.Min(born, history.HeldSince(address, addressBits));
        }

        return born;
    }

    private void Start(int count)
    {
        (Count, Born) = (count, 0);
        for (var i = 0; i < count; i++)
        {
            if (_words[i] is not { } history) continue;
            _versions[i] = history.Count - 1;
            Born = Math.Max(Born, history.Born(history.Count - 1));
        }
    }
}
