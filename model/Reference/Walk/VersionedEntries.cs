using System.Runtime.InteropServices;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>
/// Memory as a walk may see it: of each entry one of the versions that may still be used, chosen independently.
/// </summary>
/// <remarks>
/// A walk reads an entry after the one that leads to it: a version that ended before anything led to it was never
/// seen. Tables are chains of their own, because what they led to may be cached under a tag.
/// The walks of a request differ in one choice and what follows from it: up to there, what was read is read again.
/// </remarks>
/// <param name="state">What is known of the unit.</param>
internal sealed class VersionedEntries(WalkState state) : IEntries
{
    private readonly List<Reading> _readings = [];
    private readonly List<Version> _versions = [];
    private readonly List<Word> _words = [];
    private readonly EntryHistory _history = new();
    private readonly long[] _floor = new long[3];
    private readonly int[] _level = new int[3];
    private readonly List<Gpa> _former = [];
    private WalkFormat? _format;
    private bool _offersRetired;
    private bool _prefersOldest;
    private Func<int, int>? _chooses;
    private int _next;

    /// <summary>Whether the walk read what nobody knows, or had more versions than are followed.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>Whether some entry that was read had more than one version.</summary>
    public bool HadChoice { get; private set; }

    /// <summary>Whether this walk used a former table entry that may not be used any more.</summary>
    public bool UsedRetiredTable { get; private set; }

    /// <summary>Whether this walk used a former configuration entry that may not be used any more.</summary>
    public bool UsedRetiredConfiguration { get; private set; }

    /// <summary>The marks that the unit sets on this walk.</summary>
    public List<(Gpa At, Word Bits, bool Must)> Marks { get; } = [];

    private WalkFormat Format => _format!;

    // How many there were to make up to here.
    private int Choices => _readings.Count == 0 ? 0 : _readings[^1].Choices;

    /// <summary>Starts the first walk of a request, which uses what counts now.</summary>
    /// <param name="format">The format.</param>
    /// <param name="offersRetired">Whether versions that may not be used any more are offered too.</param>
    public void Begin(WalkFormat format, bool offersRetired)
    {
        (_format, _offersRetired, _prefersOldest, _chooses) = (format, offersRetired, false, null);
        Begin();
    }

    /// <summary>Starts the only walk of a request.</summary>
    /// <param name="format">The format.</param>
    /// <param name="prefersOldest">Whether of several versions the oldest is used.</param>
    /// <param name="chooses">Which of so many versions or readings is used; null for those that count first.</param>
    public void BeginOne(WalkFormat format, bool prefersOldest, Func<int, int>? chooses)
    {
        (_format, _offersRetired, _prefersOldest, _chooses) = (format, false, prefersOldest, chooses);
        Begin();
    }

    /// <summary>Starts the next walk, with another choice of versions.</summary>
    /// <returns>False if there is none.</returns>
    public bool Next()
    {
        var last = _readings.Count - 1;
        while (last >= 0 && !_readings[last].CanChange) last--;
        if (last < 0) return false;
        ref var changed = ref CollectionsMarshal.AsSpan(_readings)[last];
        changed.Pick++;
        CollectionsMarshal.SetCount(_readings, last + 1);
        CollectionsMarshal.SetCount(_versions, changed.First + changed.Count);
        CollectionsMarshal.SetCount(_words, changed.FirstWord + (changed.Count * changed.Words));
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

        if (_next == _readings.Count)
        {
            _history.Open(state.Memory, at, into.Length);
            Choose(use);
            if (use.Kind == EntryKind.Page) _history.NoteEntry();
        }

        if (_readings[_next].Pick > 0) _former.Add(at);
        Use(into);
        return true;
    }

    /// <inheritdoc/>
    public Word Read(in EntryUse use, UnitRegister register)
    {
        if (_next == _readings.Count)
        {
            _history.Open(state.Register(register, use));
            Choose(use);
        }

        var word = default(Word);
        Use(new Span<Word>(ref word));
        return word;
    }

    /// <inheritdoc/>
    public bool IsTaken()
    {
        if (_next < _readings.Count) return _readings[_next++].Pick == 1;
        if (Choices == WalkBounds.Depth)
        {
            IsUnknown = true;
            return false;
        }

        if (_chooses is not null) return _chooses(2) == 1;
        _readings.Add(new Reading
        {
            First = _versions.Count,
            FirstWord = _words.Count,
            Count = 2,
            IsOpen = true,
            Choices = Choices + 1,
        });
        _versions.Add(default);
        _versions.Add(default);
        _next++;
        return false;
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

    private void Begin()
    {
        _readings.Clear();
        _versions.Clear();
        _words.Clear();
        (IsUnknown, HadChoice) = (false, false);
        Restart();
    }

    private void Restart()
    {
        _next = 0;
        (UsedRetiredTable, UsedRetiredConfiguration) = (false, false);
        Array.Clear(_floor);
        Array.Clear(_level);
        _former.Clear();
        Marks.Clear();
    }

    private bool IsMemory(Gpa at, int words) => state.Configuration.IsTable(at)
        && (words == 1 || state.Configuration.IsTable(at.Plus((ulong)(words - 1) * 8)));

    // What is a table entry to one request may be something else to another, which then reads the marks too.
    private static bool IsReadUnmarked(in EntryUse use, int words) => use.Kind != EntryKind.Page || words > 1;

    // An entry is read for the first time: of its versions the one is chosen that counts now.
    private void Choose(in EntryUse use)
    {
        var chain = use.Kind == EntryKind.Page ? use.Stage : 0;
        if (chain > 0 && use.Level >= _level[chain]) _floor[chain] = 0;
        var reading = new Reading
        {
            First = _versions.Count,
            FirstWord = _words.Count,
            Words = _history.Count,
            Choices = Choices,
            Chain = chain,
            Level = use.Level,
            IsTable = use.Kind == EntryKind.Page,
        };
        Collect(use, reading, _floor[chain]);
        reading.Count = _versions.Count - reading.First;
        if (reading.Count > 1)
        {
            HadChoice = true;
            if (_prefersOldest) reading.Pick = reading.Count - 1;
            else if (_chooses is not null) reading.Pick = _chooses(reading.Count);
            else if (Choices == WalkBounds.Depth) IsUnknown = true;
            else (reading.IsOpen, reading.Choices) = (true, Choices + 1);
        }

        _readings.Add(reading);
    }

    // The walk goes on with the version that is chosen.
    private void Use(Span<Word> into)
    {
        ref readonly var reading = ref CollectionsMarshal.AsSpan(_readings)[_next++];
        ref readonly var version = ref CollectionsMarshal.AsSpan(_versions)[reading.First + reading.Pick];
        var content = ContentOf(reading, reading.Pick);
        for (var i = 0; i < into.Length; i++) into[i] = content[i];
        _level[reading.Chain] = reading.Level;
        _floor[reading.Chain] = version.Floor;
        IsUnknown |= version.IsUnknown;
        UsedRetiredTable |= version.IsRetired && reading.IsTable;
        UsedRetiredConfiguration |= version.IsRetired && !reading.IsTable;
    }

    // The versions that may be used, the one that counts now first.
    private void Collect(in EntryUse use, in Reading reading, long floor)
    {
        Add(use, floor, isRetired: false);
        while (_history.Born > 0)
        {
            var died = _history.Born;
            if (died <= floor) break;
            _history.GoBack();
            if (!Offers(use, ContentOf(reading, 0), died, out var isRetired) || IsCollected(use, reading)) continue;
            if (_versions.Count - reading.First == WalkBounds.VersionsOfEntry)
            {
                IsUnknown = true;
                break;
            }

            Add(use, floor, isRetired);
        }
    }

    private void Add(in EntryUse use, long floor, bool isRetired)
    {
        // What is switched off and on again may have kept its caches.
        if (use.Kind != EntryKind.Switch && _history.Born > floor)
            floor = Math.Max(floor, _history.LedSince(Format.AddressBits));
        _versions.Add(new Version(floor, isRetired, IsReadUnmarked(use, _history.Count) && _history.WasMarked()));
        foreach (var word in _history.Content) _words.Add(word);
    }

    private bool IsCollected(in EntryUse use, in Reading reading)
    {
        for (var i = 1; i < _versions.Count - reading.First; i++)
        {
            if (Format.IsSame(use, _history.Content, ContentOf(reading, i))) return true;
        }

        return false;
    }

    private bool Offers(in EntryUse use, ReadOnlySpan<Word> now, long died, out bool isRetired)
    {
        var content = _history.Content;
        var wasMarked = IsReadUnmarked(use, content.Length) && _history.WasMarked();
        isRetired = !Format.MayCache(state.Configuration.Unit, use, content);
        if (!isRetired || wasMarked)
        {
            var hasEnded = Format.IsRetired(use, content, died, state.Commands);
            IsUnknown |= wasMarked && !hasEnded;
            isRetired |= hasEnded;
        }

        if (isRetired && !_offersRetired) return false;

        // What was there before, and is again, leads to the same; but then it was marked when it was cached.
        var isSame = Format.IsSame(use, content, now);
        HadChoice |= isSame && !isRetired;
        return !isSame;
    }

    private ReadOnlySpan<Word> ContentOf(in Reading reading, int version) =>
        CollectionsMarshal.AsSpan(_words).Slice(reading.FirstWord + (version * reading.Words), reading.Words);

    // An entry that was read, or two readings of the specification, with the choice that this walk has made.
    private struct Reading
    {
        public required int First;
        public required int FirstWord;
        public required int Choices;
        public int Words;
        public int Count;
        public int Pick;
        public int Chain;
        public int Level;
        public bool IsTable;
        public bool IsOpen;

        public readonly bool CanChange => IsOpen && Pick + 1 < Count;
    }

    // A version of an entry: what the walk goes on with, apart from its words.
    private readonly record struct Version(long Floor, bool IsRetired, bool IsUnknown);
}
