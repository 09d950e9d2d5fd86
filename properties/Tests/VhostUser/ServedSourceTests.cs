using System.Buffers.Binary;
using System.Runtime.InteropServices;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Interop;
using IoSpec.VhostUser;
using IoSpec.VhostUser.Driver;
using IoSpec.VhostUser.Wire;
using Microsoft.Win32.SafeHandles;
using Xunit;
using Descriptor = IoSpec.Interop.Descriptor;

namespace IoSpec.Tests.VhostUser;

/// <summary>The source behind a front end that is judged, with a front end of the tests.</summary>
public sealed class ServedSourceTests : IDisposable
{
    private const ulong User = 0x7f00_0000_0000;
    private const int Available = 0x400;
    private const int Used = 0x800;
    private const int Table = 0x1000;
    private const int Buffer = 0x2000;
    private const int End = 0x4000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iospec-vhost-");
    private readonly SafeFileHandle _memory = Descriptor.Memory(End);
    private readonly Descriptor _kick = Descriptor.Event();
    private readonly Descriptor _call = Descriptor.Event();
    private readonly BackEndServer _server;
    private readonly MessageStream _front;
    private readonly ServedSource _source;

    public ServedSourceTests()
    {
        var path = Path.Combine(_folder.FullName, "s");
        var options = BackEndOptions.Default with { Offered = DeviceFeatures.IndirectDescriptors };
        var backEnd = new BackEnd(options, queues: 1);
        _server = BackEndServer.Listen(path, backEnd, Limit);
        _source = new ServedSource(backEnd, _server);
        _front = new MessageStream(UnixStream.Connect(path, Limit));
        Say(FrontEndRequest.SetFeatures, (ulong)(DeviceFeatures.Version1 | DeviceFeatures.IndirectDescriptors));
        var region = new MemoryRegion(default, new ByteCount(End), new Hva(User), default);
        _front.Send((uint)FrontEndRequest.SetMemoryTable, 0, MemoryRegion.Write(region), _memory);
        Say(FrontEndRequest.SetRingSize, 4ul << 32);
        Say(FrontEndRequest.SetRingAddress, 0, User, User + Used, User + Available, 0);
        Start();
    }

    [Fact]
    public void A_chain_is_filled_and_told_of()
    {
        Describe(0, new Descriptor16(Buffer, 8, DescriptorFlags.Next, 1));
        Describe(1, new Descriptor16(Buffer + 8, 5, DescriptorFlags.Write, 0));
        Offer(0, entry: 0, flags: 0);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, .. SourceBytes.Pattern[..5], 0], Read(Buffer, 14));
        Assert.Equal([0, 0, 1, 0, 0, 0, 0, 0, 5, 0, 0, 0], Read(Used, 12));
        Assert.True(_call.IsSignalled());
    }

    [Fact]
    public void A_table_is_followed_over_the_end_of_a_page()
    {
        Describe(2, new Descriptor16(Table, 16, DescriptorFlags.Indirect, 0));
        Write(Table, new Descriptor16(Buffer + 0xffe, 4, DescriptorFlags.Write, 0).Bytes);
        Offer(2, entry: 0, flags: 0);
        Assert.Equal([0, .. SourceBytes.Pattern[..4], 0], Read(Buffer + 0xffd, 6));
        Assert.Equal([0, 0, 1, 0, 2, 0, 0, 0, 4, 0, 0, 0], Read(Used, 12));
    }

    [Fact]
    public void Who_wants_no_interrupt_gets_none()
    {
        Describe(0, new Descriptor16(Buffer, 5, DescriptorFlags.Write, 0));
        Offer(0, entry: 0, flags: 1);
        Assert.Equal(1, Read(Used, 4)[2]);
        Assert.False(_call.IsSignalled());
    }

    [Theory]
    [InlineData(Buffer, 0u, DescriptorFlags.Write)]
    [InlineData(Table, 17u, DescriptorFlags.Indirect)]
    [InlineData(Table, 16u, DescriptorFlags.Indirect | DescriptorFlags.Next)]
    [InlineData(Buffer, 4u, DescriptorFlags.Next | DescriptorFlags.Write)]
    public void Behind_a_wrong_chain_it_does_nothing_until_it_is_started_again(
        int at, uint length, DescriptorFlags flags)
    {
        Describe(0, new Descriptor16(at, length, flags, 0));
        Describe(1, new Descriptor16(Buffer, 4, DescriptorFlags.Write, 0));
        Offer(0, entry: 0, flags: 0);
        Offer(1, entry: 1, flags: 0);
        Assert.Equal(new byte[12], Read(Used, 12));
        Offer(1, entry: 0, flags: 0);
        Say(FrontEndRequest.GetRingBase, 0);
        _front.Receive([], out _, out _);
        Start();
        _kick.Signal();
        _source.Work();
        Assert.Equal([0, 0, 1, 0, 1, 0, 0, 0, 4, 0, 0, 0], Read(Used, 12));
    }

    [Fact]
    public void Nothing_is_done_before_it_is_told()
    {
        Describe(0, new Descriptor16(Buffer, 4, DescriptorFlags.Write, 0));
        Write(Available, [0, 0, 1, 0, 0, 0]);
        _source.Work();
        Assert.Equal(new byte[12], Read(Used, 12));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _front.Dispose();
        _server.Dispose();
        _memory.Dispose();
        _kick.Dispose();
        _call.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Start()
    {
        Say(FrontEndRequest.SetRingBase, 0);
        _front.Send((uint)FrontEndRequest.SetRingKick, 0, new byte[8], _kick);
        _front.Send((uint)FrontEndRequest.SetRingCall, 0, new byte[8], _call);
        Say(FrontEndRequest.SetRingEnable, 1ul << 32);
    }

    private void Say(FrontEndRequest request, params ReadOnlySpan<ulong> numbers) =>
        _front.Send((uint)request, 0, MemoryMarshal.AsBytes(numbers));

    private void Offer(byte head, byte entry, byte flags)
    {
        Write(Available + 4 + (2 * entry), [head, 0]);
        Write(Available, [flags, 0, (byte)(entry + 1), 0]);
        _kick.Signal();
        _source.Work();
    }

    private void Describe(int place, Descriptor16 descriptor) => Write(16 * place, descriptor.Bytes);

    private void Write(int at, ReadOnlySpan<byte> bytes) => RandomAccess.Write(_memory, bytes, at);

    private byte[] Read(int at, int count)
    {
        var bytes = new byte[count];
        RandomAccess.Read(_memory, bytes, at);
        return bytes;
    }

    /// <summary>A descriptor as it is in memory.</summary>
    private readonly record struct Descriptor16(int At, uint Length, DescriptorFlags Flags, ushort Next)
    {
        public byte[] Bytes
        {
            get
            {
                var bytes = new byte[16];
                BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)At);
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Length);
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(12), (ushort)Flags);
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(14), Next);
                return bytes;
            }
        }
    }
}
