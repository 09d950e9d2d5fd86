using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Tce;

/// <summary>A call for entries of a window.</summary>
/// <remarks>Source: Linux arch/powerpc/include/asm/hvcall.h and Documentation/arch/powerpc/papr_hcalls.rst.</remarks>
/// <param name="Call">The number of the call.</param>
/// <param name="Window">The number of the window (LIOBN).</param>
/// <param name="At">The I/O address of the first entry.</param>
/// <param name="Value">The entry, or the address of a list.</param>
/// <param name="Count">How many entries.</param>
public readonly record struct TceCall(ulong Call, RequesterId Window, Iova At, Word Value, ulong Count)
{
    /// <summary>H_PUT_TCE: one entry.</summary>
    public const ulong Put = 0x20;

    /// <summary>H_STUFF_TCE: one entry, several times.</summary>
    public const ulong Stuff = 0x138;

    /// <summary>H_PUT_TCE_INDIRECT: a list of entries.</summary>
    public const ulong PutIndirect = 0x13c;

    /// <summary>The most entries of a list.</summary>
    public const ulong Most = 512;

    /// <summary>Whether the list starts with a page.</summary>
    public bool IsAligned => (Value.Value & (Page.Bytes - 1)) == 0;

    /// <summary>Reads a command.</summary>
    /// <param name="command">Its words.</param>
    /// <returns>The call.</returns>
    public static TceCall Of(ValueList<Word> command)
    {
        var head = WordOf(command, 0);
        return new TceCall(
            head.Field(63, 48), new RequesterId((uint)head.Field(31, 0)), new Iova(WordOf(command, 1).Value),
            WordOf(command, 2), WordOf(command, 3).Value);
    }

    /// <summary>The words of the command.</summary>
    /// <returns>The command.</returns>
    public ValueList<Word> Words() =>
        [new Word((Call << 48) | Window.Value), new Word(At.Value), Value, new Word(Count)];

    private static Word WordOf(ValueList<Word> command, int index) => index < command.Count ? command[index] : default;
}
