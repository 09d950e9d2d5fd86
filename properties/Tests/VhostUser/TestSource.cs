using System.Buffers.Binary;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using IoSpec.Contracts;
using IoSpec.Interop;
using IoSpec.VhostUser;
using IoSpec.VhostUser.Driver;
using IoSpec.VhostUser.Wire;
using Microsoft.Win32.SafeHandles;

namespace IoSpec.Tests.VhostUser;

/// <summary>A vhost-user source of bytes with one thread, which serves split rings and may have a fault.</summary>
internal class TestSource : IDisposable
{
    private const ulong Tables = 1ul << 28;
    private static readonly TimeSpan Turn = TimeSpan.FromMicroseconds(50);

    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly SourceFault _fault;
    private readonly Thread _thread;
    private readonly List<SafeHandle> _handles = [];
    private readonly List<(MemoryRegion Region, SharedMemory Memory)> _regions = [];
    private readonly ulong[] _parts = new ulong[3];
    private Descriptor? _kick;
    private Descriptor? _call;
    private Socket? _front;
    private volatile bool _isEnding;
    private bool _isStarted;
    private bool _isHanging;
    private bool _hasTables;
    private int _size;
    private ushort _next;

    /// <summary>The files that came with a message.</summary>
    protected IReadOnlyList<SafeHandle> Handles => _handles;

    /// <summary>What else the device offers, of features that are not the driver's.</summary>
    protected virtual DeviceFeatures Offered => DeviceFeatures.None;

    /// <summary>What the protocol may have.</summary>
    protected virtual ProtocolFeatures Protocol => ProtocolFeatures.None;

    public TestSource(string path, SourceFault fault)
    {
        _fault = fault;
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen(4);
        _thread = new Thread(Serve) { IsBackground = true, Name = "source" };
        _thread.Start();
    }

    public void Dispose()
    {
        _isEnding = true;
        _listener.Dispose();
        _thread.Join();
        Forget();
    }

    /// <summary>A front end has gone.</summary>
    protected virtual void Gone()
    {
    }

    /// <summary>Hears what a front end tells before anything is done about it.</summary>
    /// <param name="request">What it is about.</param>
    /// <param name="payload">The rest.</param>
    /// <returns>A reply of the device's own; null if it has none.</returns>
    protected virtual byte[]? Hear(FrontEndRequest request, ReadOnlySpan<byte> payload) => null;

    /// <summary>Writes a buffer.</summary>
    /// <param name="given">What the driver gives.</param>
    /// <param name="room">Where there is room.</param>
    /// <returns>How many bytes are told to be written.</returns>
    protected virtual uint Write(List<(ulong At, uint Length)> given, List<(ulong At, uint Length)> room)
    {
        var written = 0u;
        for (var i = 0; i < room.Count; i++)
        {
            var more = _fault == SourceFault.WritesBehind && i == room.Count - 1 ? 1u : 0;
            for (var done = 0u; done < room[i].Length + more; done++)
            {
                if (Guest(room[i].At + done, 1) is not { Length: > 0 } place) break;
                place[0] = SourceBytes.Pattern[0];
                written++;
            }
        }

        return _fault == SourceFault.WritesBehind ? written - 1 : written;
    }

    /// <summary>The driver can see that a buffer is used.</summary>
    protected virtual void Used()
    {
    }

    /// <summary>Memory of the guest.</summary>
    /// <param name="at">The address.</param>
    /// <param name="length">How many bytes, in one region.</param>
    /// <returns>The bytes; none if there is no memory.</returns>
    protected Span<byte> Guest(ulong at, int length) => Find(
        _regions.Take(_fault == SourceFault.KnowsOneRegion ? 1 : _regions.Count), part => part.Guest.Value, at, length);

    private void Serve()
    {
        while (!_isEnding)
        {
            try
            {
                _front = _listener.Accept();
            }
            catch (SocketException)
            {
                return;
            }

            using var stream = new MessageStream(UnixStream.Of(_front, TimeSpan.Zero));
            while (!_isEnding && (!_front.Poll(Turn, SelectMode.SelectRead) || Answer(stream)) && Work())
            {
                // Until one of them has enough.
            }

            Forget();
        }
    }

    private void Forget()
    {
        foreach (var (_, memory) in _regions) memory.Dispose();
        _regions.Clear();
        _kick?.Dispose();
        _call?.Dispose();
        (_kick, _call, _isStarted) = (null, null, false);
        Gone();
    }

    private bool Answer(MessageStream stream)
    {
        _handles.Clear();
        if (stream.Receive(_handles, out var header, out var payload) != TransferResult.Done) return false;
        if (_isHanging) return true;
        var request = (FrontEndRequest)header.Request;
        var reply = Hear(request, payload) ?? Do(request, payload);
        foreach (var handle in _handles) handle.Dispose();
        if (reply is null) return true;
        if (_fault == SourceFault.AnswersElse) reply = [.. reply, 0];
        return stream.Send(header.Request, MessageHeader.Reply, reply) == TransferResult.Done;
    }

    private byte[]? Do(FrontEndRequest request, ReadOnlySpan<byte> payload)
    {
        var number = payload.Length >= 8 ? MemoryMarshal.Read<uint>(payload[4..]) : 0;
        switch (request)
        {
            case FrontEndRequest.GetFeatures:
                const DeviceFeatures Always = DeviceFeatures.Version1 | DeviceFeatures.Protocol;
                return BitConverter.GetBytes((ulong)(Always | Offered) | Tables);
            case FrontEndRequest.GetProtocolFeatures: return BitConverter.GetBytes((ulong)Protocol);
            case FrontEndRequest.GetRingBase:
                _isStarted = _fault == SourceFault.GoesOn;
                return [0, 0, 0, 0, .. BitConverter.GetBytes((uint)_next)];
            case FrontEndRequest.SetFeatures:
                _hasTables = (MemoryMarshal.Read<ulong>(payload) & Tables) != 0;
                break;
            case FrontEndRequest.SetMemoryTable: TakeMemory(payload); break;
            case FrontEndRequest.SetRingSize: _size = (int)number; break;
            case FrontEndRequest.SetRingBase: _next = (ushort)number; break;
            case FrontEndRequest.SetRingAddress:
                for (var i = 0; i < _parts.Length; i++)
                    _parts[i] = MemoryMarshal.Read<ulong>(payload[(8 + (8 * i))..]);
                break;
            case FrontEndRequest.SetRingCall: _call = Take(_call); break;
            case FrontEndRequest.SetRingKick:
                _kick = Take(_kick);
                _isStarted = true;
                break;
            default: break;
        }

        return null;
    }

    private Descriptor Take(Descriptor? former)
    {
        former?.Dispose();
        var taken = new Descriptor((int)_handles[0].DangerousGetHandle());
        _handles[0].SetHandleAsInvalid();
        return taken;
    }

    private void TakeMemory(ReadOnlySpan<byte> payload)
    {
        foreach (var (_, memory) in _regions) memory.Dispose();
        _regions.Clear();
        MemoryRegion.TryRead(payload, out var regions);
        for (var i = 0; i < regions.Length; i++)
        {
            using var file = new SafeFileHandle(_handles[i].DangerousGetHandle(), ownsHandle: false);
            var size = new ByteCount((ulong)RandomAccess.GetLength(file));
            _regions.Add((regions[i], SharedMemory.Map(file, size)));
        }
    }

    // False: it has enough of this front end.
    private bool Work()
    {
        if (!_isStarted || _kick is null || (_kick.Drain() == 0 && _fault != SourceFault.GoesOn)) return true;
        switch (_fault)
        {
            case SourceFault.GivesUp: return false;
            case SourceFault.Hangs: _isHanging = true; return true;
            case SourceFault.Ends:
                _isEnding = true;
                _listener.Dispose();
                return false;
        }

        var used = false;
        while (Number(_parts[2] + 2) != _next && Use(Number(_parts[2] + 4 + (2ul * (uint)(_next % _size)))))
            (used, _next) = (true, (ushort)(_next + 1));
        if (used && Number(_parts[2]) == 0 && _fault != SourceFault.NeverCalls) _call?.Signal();
        return true;
    }

    // A chain that is wrong stops it where it is.
    private bool Use(ushort head)
    {
        var table = User(_parts[0], 16 * _size);
        var (entries, at, isTable) = (_size, (int)head, false);
        var (given, room) = (new List<(ulong At, uint Length)>(), new List<(ulong At, uint Length)>());
        for (var steps = 0; ; steps++)
        {
            if (at >= entries || steps > 64 || table.Length < 16 * entries) return false;
            var entry = table[(16 * at)..];
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(entry[12..]);
            var (start, length) = (
                BinaryPrimitives.ReadUInt64LittleEndian(entry), BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]));
            if ((flags & 4) != 0)
            {
                if (!_hasTables || (flags & 1) != 0 || isTable || length % 16 != 0 || length == 0) return false;
                table = Guest(start, (int)length);
                (entries, at, isTable) = ((int)length / 16, 0, true);
                continue;
            }

            if (length == 0) return false;
            if ((flags & 2) != 0) room.Add((start, length));
            else if (room.Count > 0) return false;
            else given.Add((start, length));
            if ((flags & 1) == 0) break;
            at = BinaryPrimitives.ReadUInt16LittleEndian(entry[14..]);
        }

        Tell(head, Write(given, room));
        Used();
        return true;
    }

    private void Tell(ushort head, uint written)
    {
        var used = User(_parts[1], 4 + (8 * _size));
        var entry = used[(4 + (8 * (Number(_parts[1] + 2) % _size)))..];
        BinaryPrimitives.WriteUInt32LittleEndian(entry, head);
        BinaryPrimitives.WriteUInt32LittleEndian(
            entry[4..], written + (_fault == SourceFault.TellsTooMuch ? 1u : 0));
        Volatile.Write(
            ref MemoryMarshal.AsRef<ushort>(used.Slice(2, 2)), (ushort)(Number(_parts[1] + 2) + 1));
    }

    private ushort Number(ulong user) => Volatile.Read(ref MemoryMarshal.AsRef<ushort>(User(user, 2)));

    private Span<byte> User(ulong at, int length) => Find(_regions, part => part.User.Value, at, length);

    private static Span<byte> Find(
        IEnumerable<(MemoryRegion Region, SharedMemory Memory)> regions, Func<MemoryRegion, ulong> start, ulong at,
        int length)
    {
        foreach (var (region, memory) in regions)
        {
            var offset = at - start(region);
            if (at >= start(region) && offset < region.Size.Value)
                return memory.Bytes(new ByteCount(region.Offset.Value + offset), length);
        }

        return [];
    }
}
