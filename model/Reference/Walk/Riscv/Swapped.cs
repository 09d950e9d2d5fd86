using System.Buffers.Binary;
using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>Entries in the other byte order (SBE).</summary>
internal static class Swapped
{
    public static void InPlace(Span<Word> words)
    {
        foreach (ref var word in words) word = new Word(BinaryPrimitives.ReverseEndianness(word.Value));
    }

    /// <summary>An entry of four or eight bytes.</summary>
    public static Word Of(Word entry, bool is32) => new(is32
        ? BinaryPrimitives.ReverseEndianness((uint)entry.Value)
        : BinaryPrimitives.ReverseEndianness(entry.Value));
}
