namespace IoSpec.Contracts;

/// <summary>Memory that remembers who wrote each byte, for an area that does not store itself.</summary>
public interface IMemory
{
    /// <summary>Every write that was made, in order.</summary>
    IReadOnlyList<MemoryWrite> Log { get; }

    /// <summary>Reads bytes.</summary>
    /// <param name="at">The first address.</param>
    /// <param name="into">Takes the bytes.</param>
    /// <returns>False if not all of it is memory; then nothing was read.</returns>
    bool Read(Gpa at, Span<byte> into);

    /// <summary>Writes bytes as one access.</summary>
    /// <param name="writer">Who writes.</param>
    /// <param name="at">The first address.</param>
    /// <param name="bytes">The bytes.</param>
    /// <returns>False if not all of it is memory; then nothing was written.</returns>
    bool Write(MemoryWriter writer, Gpa at, ReadOnlySpan<byte> bytes);

    /// <summary>The write that a byte comes from.</summary>
    /// <param name="at">The address of the byte.</param>
    /// <returns>The latest write to it; null if there was none.</returns>
    MemoryWrite? Origin(Gpa at);
}
