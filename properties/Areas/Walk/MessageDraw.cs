using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>How interrupt messages of one format, their entries and their commands are drawn.</summary>
internal abstract class MessageDraw
{
    /// <summary>A register that has to be programmed before a message is remapped; null if none has.</summary>
    public abstract WalkOperation? MakeReady(WalkState plan, ref Choices choices);

    /// <summary>A message: most are about the one entry on which a case dwells.</summary>
    public abstract MessageRequest Next(WalkState plan, ref Choices choices);

    /// <summary>The stores that have a message delivered; empty if it names no entry.</summary>
    public abstract ValueList<EntryWrite> Admit(WalkState plan, in MessageRequest message, ref Choices choices);

    /// <summary>A word of an entry with another setting.</summary>
    public abstract Word Twist(Word word, int index, ref Choices choices);

    /// <summary>The command that covers all entries.</summary>
    public abstract ValueList<Word> Flush { get; }

    /// <summary>A command that covers the entry, mostly.</summary>
    public abstract ValueList<Word> Covering(in MessageRequest message, in TrailStep? step, ref Choices choices);

    /// <summary>A register is programmed anew.</summary>
    public abstract WalkOperation Reprogram(WalkState plan, ref Choices choices);
}
