using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>
/// Memory as a walk may see it: of each entry one of the versions that may still be used, chosen independently.
/// </summary>
/// <remarks>
/// A walk reads an entry after the one that leads to it: a version that ended before anything led to it was never
/// seen. Tables are chains of their own, because what they led to may be cached under a tag.
/// </remarks>
/// <param name="state">What is known of the unit.</param>
/// <param name="format">The format.</param>
public sealed class VersionedEntries(WalkState state, WalkFormat format) : IEntries
{
    private readonly int[] _picks = new int[WalkBounds.Depth];
    private readonly int[] _counts = new int[WalkBounds.Depth];
    private readonly long[] _born = new long[WalkBounds.VersionsOfEntry];
    private readonly bool[] _isRetired = new bool[WalkBounds.VersionsOfEntry];
    private readonly long[] _floor = new long[3];
    private readonly int[] _level = new int[3];
    private readonly Word[] _content = new Word[8];
    private readonly Word[] _other = new Word[8];
    private readonly Word[] _now = new Word[8];
    private readonly List<Gpa> _former = [];
    private int _depth;

    /// <summary>Whether the walk read what nobody knows, or had more versions than are followed.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>Whether versions that may not be used any more are offered too.</summary>
    public bool OffersRetired { get; init; }

    /// <summary>Whether of several versions the oldest is used, and no other is ever tried.</summary>
    public bool PrefersOldest { get; init; }

    /// <summary>Which of so many versions or readings is used, and no other is ever tried; null to try all.</summary>
    public Func<int, int>? Chooses { get; init; }

    /// <summary>Whether some entry that was read had more than one version.</summary>
    public bool HadChoice { get; private set; }

    /// <summary>Whether this walk used a former table entry that may not be used any more.</summary>
    public bool UsedRetiredTable { get; private set; }

    /// <summary>Whether this walk used a former configuration entry that may not be used any more.</summary>
    public bool UsedRetiredConfiguration { get; private set; }

    /// <summary>The marks that the unit sets on this walk.</summary>
    public List<(Gpa At, Word Bits, bool Must)> Marks { get; } = [];

    /// <summary>Starts the first walk of a request.</summary>
    public void Begin()
    {
        Array.Clear(_picks);
        (IsUnknown, HadChoice) = (false, false);
        Restart();
    }

    /// <summary>Starts the next walk, with another choice of versions.</summary>
    /// <returns>False if there is none.</returns>
    public bool Next()
    {
        var last = _depth - 1;
        while (last >= 0 && _picks[last] + 1 >= _counts[last]) last--;
        if (last < 0) return false;
        _picks[last]++;
        Array.Clear(_picks, last + 1, _picks.Length - last - 1);
        Restart();
        return true;
    }

    /// <inheritdoc/>
    public bool TryRead(in EntryUse use, Gpa at, Span<Word> into)
    {
        if (!IsMemory(at, into.Length))
        {
            if (!state.Configuration.IsNothing(at)) IsUnknown = true;
            return false;
        }

        var histories = new Histories(state.Memory, at, into.Length);
        var chosen = Choose(use, histories);
        if (chosen != histories.LastBorn()) _former.Add(at);
        IsUnknown |= IsReadUnmarked(use, into.Length) && histories.WasMarked(chosen);
        for (var i = 0; i < into.Length; i++) into[i] = histories.At(i, chosen);
        if (use.Kind == EntryKind.Page && state.Memory.Find(at) is { } history) history.IsEntry = true;
        return true;
    }

    /// <inheritdoc/>
    public Word Read(in EntryUse use, UnitRegister register)
    {
        var histories = new Histories(state.Register(register, use.Requester));
        return histories.At(0, Choose(use, histories));
    }

    /// <inheritdoc/>
    public bool IsTaken()
    {
        if (_depth == WalkBounds.Depth) IsUnknown = true;
        return _depth < WalkBounds.Depth && (Chooses?.Invoke(2) ?? Pick(2)) == 1;
    }

    /// <summary>What is former was marked when it was cached, if at all.</summary>
    /// <inheritdoc/>
    public bool MayBeMarked(Gpa at, Word bits) => _former.Contains(at)
        || (state.Memory.Find(at) is { } history
            && (bits.Value & ~(history.MayMark.Value | history.MustMark.Value)) == 0);

    /// <summary>What is former was marked when it was cached, if at all; marks are made in what is there now.</summary>
    /// <inheritdoc/>
    public void Mark(Gpa at, Word bits, bool must)
    {
        if (!_former.Contains(at)) Marks.Add((at, bits, must));
    }

    private void Restart()
    {
        _depth = 0;
        (UsedRetiredTable, UsedRetiredConfiguration) = (false, false);
        Array.Clear(_floor);
        Array.Clear(_level);
        _former.Clear();
        Marks.Clear();
    }

    private bool IsMemory(Gpa at, int words) =>
        state.Configuration.IsTable(at) && state.Configuration.IsTable(at.Plus((ulong)(words - 1) * 8));

    // What is a table entry to one request may be something else to another, which then reads the marks too.
    private static bool IsReadUnmarked(in EntryUse use, int words) => use.Kind != EntryKind.Page || words > 1;

    // The moment whose content is used.
    private long Choose(in EntryUse use, in Histories histories)
    {
        var chain = use.Kind == EntryKind.Page ? use.Stage : 0;
        if (chain > 0 && use.Level >= _level[chain]) _floor[chain] = 0;
        _level[chain] = use.Level;
        var count = Collect(use, histories, _floor[chain]);
        var pick = 0;
        if (count > 1)
        {
            HadChoice = true;
            if (_depth == WalkBounds.Depth) IsUnknown = true;
            else pick = PrefersOldest ? count - 1 : Chooses?.Invoke(count) ?? Pick(count);
        }

        // What is switched off and on again may have kept its caches.
        if (use.Kind != EntryKind.Switch)
            _floor[chain] = Math.Max(_floor[chain], LedSince(histories, _born[pick]));
        if (pick > 0 && _isRetired[pick])
        {
            UsedRetiredTable |= use.Kind == EntryKind.Page;
            UsedRetiredConfiguration |= use.Kind != EntryKind.Page;
        }

        return _born[pick];
    }

    private int Pick(int count)
    {
        _counts[_depth] = count;
        return _picks[_depth++];
    }

    // The versions that may be used, the one that counts now first.
    private int Collect(in EntryUse use, in Histories histories, long floor)
    {
        var count = 1;
        var born = histories.LastBorn();
        _born[0] = born;
        if (born == 0) return 1;
        histories.CopyTo(_now, born);
        while (born > 0)
        {
            var died = born;
            born = histories.BornBefore(died);
            if (died <= floor || !Offers(use, histories, born, died, out var isRetired)) continue;
            if (IsCollected(use, histories, born, count)) continue;
            if (count == WalkBounds.VersionsOfEntry)
            {
                IsUnknown = true;
                break;
            }

            _isRetired[count] = isRetired;
            _born[count++] = born;
        }

        return count;
    }

    private bool IsCollected(in EntryUse use, in Histories histories, long born, int count)
    {
        histories.CopyTo(_content, born);
        for (var i = 1; i < count; i++)
        {
            histories.CopyTo(_other, _born[i]);
            if (format.IsSame(use, _content.AsSpan(0, histories.Count), _other.AsSpan(0, histories.Count))) return true;
        }

        return false;
    }

    // The moment from which some version led to where a version leads.
    private long LedSince(in Histories histories, long chosen)
    {
        histories.CopyTo(_content, chosen);
        var since = chosen;
        for (var born = histories.LastBorn(); born > 0; born = histories.BornBefore(born))
        {
            if (born < since && LeadsAlike(histories, born)) since = born;
        }

        return since;
    }

    private bool LeadsAlike(in Histories histories, long moment)
    {
        for (var i = 0; i < histories.Count; i++)
        {
            var address = _content[i].Value & format.AddressBits.Value;
            if (address != 0 && address == (histories.At(i, moment).Value & format.AddressBits.Value)) return true;
        }

        return false;
    }

    private bool Offers(in EntryUse use, in Histories histories, long born, long died, out bool isRetired)
    {
        isRetired = false;
        histories.CopyTo(_content, born);
        var content = _content.AsSpan(0, histories.Count);
        var now = _now.AsSpan(0, histories.Count);
        isRetired = format.IsRetired(use, content, died, state.Commands);
        IsUnknown |= !isRetired && IsReadUnmarked(use, histories.Count) && histories.WasMarked(born);
        isRetired |= !format.MayCache(state.Configuration.Unit, use, content);

        // What was there before, and is again, leads to the same; but then it was marked when it was cached.
        var isSame = format.IsSame(use, content, now);
        HadChoice |= isSame && !isRetired;
        return !isSame && (OffersRetired || !isRetired);
    }

    // The words of one entry, each with its history.
    private readonly ref struct Histories
    {
        private readonly TableMemory? _memory;
        private readonly Gpa _at;
        private readonly WordHistory? _register;

        public Histories(TableMemory memory, Gpa at, int count) => (_memory, _at, Count) = (memory, at, count);

        public Histories(WordHistory register) => (_register, Count) = (register, 1);

        public int Count { get; }

        public Word At(int index, long moment) => Word(index)?.At(moment) ?? default;

        public void CopyTo(Word[] into, long moment)
        {
            for (var i = 0; i < Count; i++) into[i] = At(i, moment);
        }

        public bool WasMarked(long moment)
        {
            for (var i = 0; i < Count; i++)
            {
                if (Word(i)?.WasMarked(moment) == true) return true;
            }

            return false;
        }

        public long LastBorn() => BornBefore(long.MaxValue);

        public long BornBefore(long moment)
        {
            var latest = 0L;
            for (var i = 0; i < Count; i++)
            {
                if (Word(i) is not { } history) continue;
                for (var v = history.Count - 1; v >= 0; v--)
                {
                    if (history.Born(v) >= moment) continue;
                    latest = Math.Max(latest, history.Born(v));
                    break;
                }
            }

            return latest;
        }

        private WordHistory? Word(int index) => _register ?? _memory!.Find(_at.Plus((ulong)index * 8));
    }
}
