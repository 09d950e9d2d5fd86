using System.Buffers;

namespace IoSpec.Engine;

/// <summary>The lines of a journal, of which the last may be torn.</summary>
internal static class JournalLines
{
    private const int ChunkBytes = 256 << 10;

    /// <summary>Takes a line.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="utf8">Its text, without what ends it.</param>
    public delegate void Take(int number, ReadOnlySpan<byte> utf8);

    /// <summary>Reads lines.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="take">
    /// Takes each line that has an end; one that has none was torn when its writer was killed.
    /// </param>
    /// <returns>How many bytes all lines with an end have.</returns>
    public static long Read(Stream stream, Take take)
    {
        var chunk = new byte[ChunkBytes];
        var line = new ArrayBufferWriter<byte>(ChunkBytes);
        var (number, whole) = (0, 0L);
        for (int count; (count = stream.Read(chunk)) > 0;)
        {
            var rest = chunk.AsSpan(0, count);
            for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
            {
                line.Write(rest[..end]);
                take(++number, line.WrittenSpan);
                whole += line.WrittenCount + 1;
                line.ResetWrittenCount();
            }

            line.Write(rest);
        }

        return whole;
    }
}
