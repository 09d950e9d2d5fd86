using System.Runtime.InteropServices;
using IoSpec.Contracts;
using IoSpec.Tests.Support;
using IoSpec.VfioUser.Wire;

namespace IoSpec.Tests.VfioUser;

/// <summary>A server without a socket: it answers as a good one does, and then its bytes are spoilt.</summary>
/// <param name="random">Decides how.</param>
internal sealed class ScriptedTransport(SmallRandom random) : ITransport
{
    private const int Most = 1 << 13;

    private readonly byte[] _bytes = new byte[Most];
    private int _next;
    private int _end;

    /// <summary>Whether answers are spoilt.</summary>
    public bool IsHostile { get; set; }

    /// <summary>How many bytes the client has sent.</summary>
    public long Sent { get; private set; }

    public void Begin()
    {
    }

    public void Send(ReadOnlySpan<byte> message, ReadOnlySpan<SafeHandle> handles)
    {
        Sent += message.Length;
        var header = MessageHeader.Read(message);
        if (!header.IsCommand || header.Size != (uint)message.Length) return;
        (_next, _end) = (0, 0);
        if (IsHostile && random.Below(4) == 0) Put(Asked(), _bytes.AsSpan(64, random.Below(48)));
        var failure = IsHostile && random.Below(6) == 0 ? MessageHeader.Failure : 0;
        var answer = Answer(header.Command, message[MessageHeader.Bytes..]);
        Put(header with { Flags = MessageHeader.Reply | failure }, answer);
        if (IsHostile && random.Below(8) != 0) Mutate();
    }

    public void Receive(Span<byte> bytes)
    {
        if (bytes.Length > _end - _next) throw new TargetLostException(Loss.Hung, "nothing more comes");
        _bytes.AsSpan(_next, bytes.Length).CopyTo(bytes);
        _next += bytes.Length;
    }

    public void Dispose()
    {
    }

    // What a good server answers, in its length and in what it has to repeat.
    private static byte[] Answer(Command command, ReadOnlySpan<byte> request) => command switch
    {
        Command.Version => [0, 0, 1, 0, .. VersionText.Of(new Limits(4096, 8))],
        Command.DmaUnmap => request.ToArray(),
        Command.GetInfo or Command.GetRegionInfo or Command.GetIrqInfo => request.ToArray(),
        Command.RegionRead => [.. request, .. new byte[request.Int(12)]],
        Command.RegionWrite => request[..16].ToArray(),
        Command.Feature => [.. request, .. new byte[Math.Max(0, (int)request.Int(0) - request.Length)]],
        Command.DataRead => Data(request.Int(4)),
        _ => [],
    };

    private static byte[] Data(uint size)
    {
        var answer = new byte[8 + size];
        answer.AsSpan().Int(0, (uint)answer.Length);
        answer.AsSpan().Int(4, size);
        return answer;
    }

    private MessageHeader Asked() => new(
        (ushort)random.Below(1 << 16), (Command)(random.Below(2) == 0 ? 11 + random.Below(2) : random.Below(20)), 0,
        random.Below(8) == 0 ? MessageHeader.NoReply : 0, 0);

    private void Put(MessageHeader header, ReadOnlySpan<byte> payload)
    {
        (header with { Size = (uint)(MessageHeader.Bytes + payload.Length) }).Write(_bytes.AsSpan(_end));
        payload.CopyTo(_bytes.AsSpan(_end + MessageHeader.Bytes));
        _end += MessageHeader.Bytes + payload.Length;
    }

    // A few bytes, words of interest, a cut or some more.
    private void Mutate()
    {
        for (var i = 1 + random.Below(2); i > 0; i--)
        {
            var at = random.Below(Math.Min(_end, random.Below(2) == 0 ? 48 : _end));
            switch (random.Below(6))
            {
                case 0: _bytes[at] ^= (byte)(1 << random.Below(8)); break;
                case 1: _bytes[at] = (byte)random.Below(256); break;
                case 2: _bytes.AsSpan().Int(at & ~3, Word()); break;
                case 3: _end = Math.Max(1, at); break;
                case 4: _end = Math.Min(Most - 64, _end + random.Below(32)); break;
                default: _bytes.AsSpan().Int(4, (uint)Math.Max(0, _end + random.Below(9) - 4)); break;
            }
        }
    }

    private uint Word() => random.Below(6) switch
    {
        0 => 0,
        1 => uint.MaxValue,
        2 => 1u << random.Below(32),
        3 => (uint)_end,
        4 => int.MaxValue,
        _ => (uint)random.Below(64),
    };
}
