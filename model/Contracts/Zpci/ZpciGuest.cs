namespace IoSpec.Contracts.Zpci;

/// <summary>What the guest has in its memory: bytes to store, and tables without a page.</summary>
public static class ZpciGuest
{
    /// <summary>The tables that are registered, at 1 MiB: the designation with their type, translation on.</summary>
    public const ulong Tables = 0x10_0000 | 0x800 | 0x4;

    /// <summary>How many addresses are registered for tables.</summary>
    public const ulong Registered = 1ul << 34;

    private const int Period = 1 << 16;
    private static readonly byte[] Content = Fill();

    /// <summary>Stands for a place that is not known.</summary>
    public static Gpa Unknown => new(ulong.MaxValue);

    /// <summary>Where the bytes start that can be stored.</summary>
    public static Gpa First => new(0x1_0000);

    /// <summary>The bytes in a place; two places within 64 KiB never hold the same eight.</summary>
    /// <param name="at">The place.</param>
    /// <param name="length">How many, at most 64 KiB.</param>
    /// <returns>The bytes.</returns>
    public static ReadOnlySpan<byte> Bytes(Gpa at, int length) =>
        Content.AsSpan((int)(at.Value % Period), length);

    /// <summary>The byte in a place.</summary>
    /// <param name="at">The place.</param>
    /// <returns>The byte.</returns>
    public static byte Byte(Gpa at) => Content[at.Value % Period];

    /// <summary>The bytes in a place as a register holds them: right-aligned, the first is the highest.</summary>
    /// <param name="at">The place.</param>
    /// <param name="length">How many, at most 8.</param>
    /// <returns>The register.</returns>
    public static Word Register(Gpa at, int length)
    {
        var value = 0ul;
        foreach (var part in Bytes(at, length)) value = (value << 8) | part;
        return new Word(value);
    }

    private static byte[] Fill()
    {
        var bytes = new byte[2 * Period];
        for (var i = 0; i < Period; i++)
        {
            var word = ((ulong)(i / 8) + 1) * 0x9e37_79b9_7f4a_7c15;
            word = (word ^ (word >> 30)) * 0xbf58_476d_1ce4_e5b9;
            bytes[i] = bytes[i + Period] = (byte)((word ^ (word >> 27)) >> (8 * (i % 8)));
        }

        return bytes;
    }
}
