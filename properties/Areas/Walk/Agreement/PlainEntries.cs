using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Agreement;

/// <summary>Memory as it is now, in which marks are made at once: what a unit without caches sees.</summary>
internal sealed class PlainEntries(WalkState state) : IEntries
{
    private readonly HashSet<Gpa> _marked = [];

    /// <summary>Whether the walk read what nobody knows.</summary>
    public bool IsUnknown { get; set; }

    public bool TryRead(in EntryUse use, Gpa at, Span<Word> into)
    {
        if (!state.Configuration.IsTable(at) || !state.Configuration.IsTable(at.Plus((ulong)(into.Length - 1) * 8)))
        {
            IsUnknown |= !state.Configuration.IsNothing(at);
            return false;
        }

        for (var i = 0; i < into.Length; i++)
        {
            var word = at.Plus((ulong)i * 8);
            into[i] = state.Memory.Now(word);

            // What was marked as an entry of a table and is another one too, may be cached as it was.
            IsUnknown |= use.Kind != EntryKind.Page && _marked.Contains(word);
        }

        return true;
    }

    public Word Read(in EntryUse use, UnitRegister register) => state.Register(register).Now;

    public bool IsTaken() => false;

    public bool MayBeMarked(Gpa at, Word bits) => false;

    public void Mark(Gpa at, Word bits, bool must)
    {
        if (!must) return;
        var history = state.Memory.Enter(at);
        history.Adopt(new Word(history.Now.Value ^ bits.Value));
        _marked.Add(at);
    }

    /// <summary>Nothing is cached any more.</summary>
    public void Settle() => _marked.Clear();
}
