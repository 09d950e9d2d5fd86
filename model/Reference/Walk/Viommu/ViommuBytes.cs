using System.Buffers.Binary;
using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>A request as bytes: what the device reads, and the room that it may write to.</summary>
/// <remarks>
/// Source: virtio 1.3, 5.13.6. Little endian. As words: the lengths (read in 31:0, written in 63:32), then what the
/// device reads.
/// </remarks>
/// <param name="bytes">What the device reads.</param>
/// <param name="room">How many bytes it may write.</param>
public sealed class ViommuBytes(byte[] bytes, int room)
{
    /// <summary>The most that the device reads: the longest request.</summary>
    public const int MostBytes = 72;

    private const int MostRoom = 2048;

    /// <summary>How much the device reads.</summary>
    public int Length => bytes.Length;

    /// <summary>How many bytes it may write.</summary>
    public int Room => room;

    /// <summary>The type; 0 if there is none.</summary>
    public byte Type => bytes.Length == 0 ? (byte)0 : bytes[0];

    /// <summary>Reads a command.</summary>
    /// <param name="command">Its words.</param>
    /// <returns>The request; null if the words are none.</returns>
    public static ViommuBytes? Of(ValueList<Word> command)
    {
        if (command.Count == 0) return null;
        var (length, room) = (command[0].Field(31, 0), command[0].Field(63, 32));
        if (length > MostBytes || room > MostRoom || (ulong)command.Count != 1 + ((length + 7) / 8)) return null;
        var all = new byte[(command.Count - 1) * 8];
        for (var i = 1; i < command.Count; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(all.AsSpan((i - 1) * 8), command[i].Value);
        return all.AsSpan((int)length).ContainsAnyExcept((byte)0)
            ? null
            : new ViommuBytes(all[..(int)length], (int)room);
    }

    /// <summary>Four bytes as a number.</summary>
    /// <param name="at">Where they start.</param>
    /// <returns>The number.</returns>
    public uint Int(int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    /// <summary>Eight bytes as a number.</summary>
    /// <param name="at">Where they start.</param>
    /// <returns>The number.</returns>
    public ulong Long(int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));

    /// <summary>Whether bytes are all zero.</summary>
    /// <param name="at">Where they start.</param>
    /// <param name="count">How many.</param>
    /// <returns>True if they are.</returns>
    public bool IsZero(int at, int count) => !bytes.AsSpan(at, count).ContainsAnyExcept((byte)0);

    /// <summary>The words of the command.</summary>
    /// <returns>The command.</returns>
    public ValueList<Word> Words()
    {
        var all = new byte[(bytes.Length + 7) / 8 * 8];
        bytes.CopyTo(all, 0);
        var words = new List<Word> { new(((ulong)(uint)room << 32) | (uint)bytes.Length) };
        for (var i = 0; i < all.Length; i += 8)
            words.Add(new Word(BinaryPrimitives.ReadUInt64LittleEndian(all.AsSpan(i))));
        return [.. words];
    }

    /// <summary>The request with one byte replaced.</summary>
    /// <param name="at">Which.</param>
    /// <param name="value">By what.</param>
    /// <returns>The request.</returns>
    public ViommuBytes With(int at, byte value)
    {
        var other = (byte[])bytes.Clone();
        other[at] = value;
        return new ViommuBytes(other, room);
    }

    /// <summary>The request with less for the device to read.</summary>
    /// <param name="length">How much.</param>
    /// <returns>The request.</returns>
    public ViommuBytes Cut(int length) => new(bytes[..length], room);

    /// <summary>The request with other room.</summary>
    /// <param name="other">How many bytes the device may write.</param>
    /// <returns>The request.</returns>
    public ViommuBytes In(int other) => new(bytes, other);
}
