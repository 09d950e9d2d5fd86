using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>How many bytes the model of a device streams: no specification prescribes it.</summary>
internal static class StreamSize
{
    private const ulong MostOfWord = 8;
    private const ulong WordsOfHeader = 2;

    /// <summary>The bytes of the first round of PRE_COPY: every word once.</summary>
    public static ByteCount Initial(MigrationTraits traits) => new(Word(traits) * (ulong)traits.Registers);

    /// <summary>The bytes of a word that was changed after it was read.</summary>
    public static ByteCount Changed(MigrationTraits traits) => new(Word(traits));

    /// <summary>The bytes of the final state: a header, every word, and what the device does.</summary>
    public static ByteCount Final(MigrationTraits traits) =>
        new(Word(traits) * (WordsOfHeader + (ulong)traits.Registers + 1));

    // A device that says that its streams are short has them packed.
    private static ulong Word(MigrationTraits traits) =>
        Math.Min(MostOfWord, traits.Longest.Value / (WordsOfHeader + 1 + (3 * (ulong)traits.Registers)));
}
