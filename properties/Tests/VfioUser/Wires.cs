using System.Buffers.Binary;
using IoSpec.VfioUser.Probe;
using IoSpec.VfioUser.Wire;

namespace IoSpec.Tests.VfioUser;

/// <summary>A capture that goes on with commands that were made up.</summary>
/// <param name="capture">How it begins.</param>
internal sealed class Wires((byte[] Client, byte[] Server) capture)
{
    private const uint Get = 1 << 16;
    private const uint Set = 1 << 17;
    private readonly List<byte> _client = [.. capture.Client];
    private readonly List<byte> _server = [.. capture.Server];
    private ushort _id = 40_000;

    /// <summary>What both sides have sent.</summary>
    public (byte[] Client, byte[] Server) Capture => ([.. _client], [.. _server]);

    /// <summary>A command and its answer.</summary>
    public Wires Do(ushort command, byte[] asked, byte[] answered, uint error = 0)
    {
        Send(_client, command, asked, 0, 0);
        Send(_server, command, error == 0 ? answered : [], error == 0 ? 1u : 0x21, error);
        _id++;
        return this;
    }

    /// <summary>The device is asked for its state, and says it.</summary>
    public Wires Is(uint state) =>
        Do(16, Words(16, Get | 2, 0, 0), Words(16, Get | 2, state, 0));

    /// <summary>The state is changed.</summary>
    public Wires Go(uint state, uint error = 0) =>
        Do(16, Words(16, Set | 2, state, uint.MaxValue), Words(16, Set | 2, state, uint.MaxValue), error);

    /// <summary>Data is written.</summary>
    public Wires Load(byte[] data, uint error = 0) =>
        Do(18, [.. Words((uint)data.Length + 8, (uint)data.Length), .. data], Words(8, (uint)data.Length), error);

    /// <summary>A part of the configuration space is written.</summary>
    public Wires WriteConfig(params byte[] data)
    {
        byte[] access = [.. Long(ProbeLayout.ConfigAt), .. Words(ProbeLayout.ConfigSpace, (uint)data.Length)];
        return Do(10, [.. access, .. data], access);
    }

    /// <summary>A word of the configuration space is read.</summary>
    public Wires ReadConfig(ulong word)
    {
        byte[] access = [.. Long(ProbeLayout.ConfigAt), .. Words(ProbeLayout.ConfigSpace, 8)];
        return Do(9, access, [.. access, .. Long(word)]);
    }

    /// <summary>Words of four bytes.</summary>
    public static byte[] Words(params uint[] words)
    {
        var bytes = new byte[words.Length * 4];
        for (var i = 0; i < words.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), words[i]);
        return bytes;
    }

    /// <summary>A word of eight bytes.</summary>
    public static byte[] Long(ulong word) => Words((uint)word, (uint)(word >> 32));

    private void Send(List<byte> to, ushort command, byte[] payload, uint flags, uint error)
    {
        var header = new byte[MessageHeader.Bytes];
        new MessageHeader(_id, (Command)command, (uint)(header.Length + payload.Length), flags, error).Write(header);
        to.AddRange(header);
        to.AddRange(payload);
    }
}
