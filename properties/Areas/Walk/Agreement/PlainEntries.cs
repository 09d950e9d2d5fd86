using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Agreement;

/// <summary>Memory as it is now, in which marks are made at once: what a unit without caches sees.</summary>
internal sealed class PlainEntries(WalkState state) : IEntries
{
    /// <summary>Whether the walk read what nobody knows.</summary>
    public bool IsUnknown { get; set; }

    public bool TryRead(in EntryUse use, Gpa at, Span<Word> into)
    {
        if (!state.Configuration.IsTable(at) || !state.Configuration.IsTable(at.Plus((ulong)(into.Length - 1) * 8)))
        {
            IsUnknown |= !state.Configuration.IsNothing(at);
            return false;
        }

        for (var i = 0; i < into.Length; i++) into[i] = state.Memory.Now(at.Plus((ulong)i * 8));
        return true;
    }

    public Word Read(in EntryUse use, UnitRegister register) => state.Register(register).Now;

    public bool IsTaken() => false;

    public void Mark(Gpa at, Word bits, bool must)
    {
        if (!must) return;
        var history = state.Memory.Enter(at);
        history.Adopt(new Word(history.Now.Value ^ bits.Value));
    }
}
