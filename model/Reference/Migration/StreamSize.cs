using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>How many bytes the model of a device streams: no specification prescribes it.</summary>
internal static class StreamSize
{
    private const ulong Header = 16;
    private const ulong Word = 8;

    /// <summary>The bytes of the first round of PRE_COPY: every word once.</summary>
    public static ByteCount Initial(MigrationTraits traits) => new(Word * (ulong)traits.Registers);

    /// <summary>The bytes of a word that was changed after it was read.</summary>
    public static ByteCount Changed => new(Word);

    /// <summary>The bytes of the final state: a header, every word, and what the device does.</summary>
    public static ByteCount Final(MigrationTraits traits) => new(Header + (Word * ((ulong)traits.Registers + 1)));
}
