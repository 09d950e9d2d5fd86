using System.Net.Sockets;
using System.Runtime.InteropServices;
using IoSpec.Contracts;
using IoSpec.Interop;
using IoSpec.VhostUser;
using IoSpec.VhostUser.Wire;
using Microsoft.Win32.SafeHandles;
using Xunit;

namespace IoSpec.Tests.VhostUser;

/// <summary>A back end at its socket, with a front end of the tests.</summary>
public sealed class BackEndServerTests : IDisposable
{
    private const ulong User = 0x7f00_0000_0000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iospec-vhost-");
    private readonly BackEndServer _server;
    private readonly MessageStream _front;
    private readonly MessageStream _channel;
    private readonly SafeFileHandle _memory = Descriptor.Memory(1 << 16);

    public BackEndServerTests()
    {
        var path = Path.Combine(_folder.FullName, "s");
        _server = BackEndServer.Listen(path, new BackEnd(BackEndOptions.Default, queues: 1), Limit);
        _front = new MessageStream(UnixStream.Connect(path, Limit));
        var pair = Path.Combine(_folder.FullName, "c");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(pair));
        listener.Listen(1);
        using var theirs = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        theirs.Connect(new UnixDomainSocketEndPoint(pair));
        _channel = new MessageStream(UnixStream.Of(listener.Accept(), Limit));
        Say(FrontEndRequest.SetFeatures, BitConverter.GetBytes(0x3_0000_0000ul));
        Say(FrontEndRequest.SetBackEndChannel, [], theirs.SafeHandle);
        Say(FrontEndRequest.SetMemoryTable, MemoryRegion.Write(new MemoryRegion(
            default, new ByteCount(1 << 15), new Hva(User), new ByteCount(0x1000))), _memory);
        Say(FrontEndRequest.SetRingEnable, [0, 0, 0, 0, 1, 0, 0, 0]);
        _server.AwaitStart();
    }

    [Fact]
    public async Task A_missing_translation_is_asked_for_once_and_lasts_until_it_is_invalidated()
    {
        RandomAccess.Write(_memory, "page"u8, 0x3010);
        var asked = new List<IotlbMessage>();
        var answers = Task.Run(() => Answer(asked, 0x2000));
        Assert.Equal("page"u8, Read(0x9010)!);
        await answers.WaitAsync(Limit);
        Assert.Equal(new IotlbMessage(new Iova(0x9010), default, default, Access.Read, IotlbKind.Miss), asked[0]);
        Assert.Equal("page"u8, Read(0x9010)!);
        Assert.Single(asked);
        Tell(new IotlbMessage(new Iova(0x9fff), new ByteCount(1), default, Access.None, IotlbKind.Invalidate));
        answers = Task.Run(() => Answer(asked, null));
        Assert.Null(Read(0x9010));
        await answers.WaitAsync(Limit);
        Assert.Equal(2, asked.Count);
    }

    [Fact]
    public async Task What_is_written_is_in_the_memory_and_a_right_that_was_not_asked_for_is_not_kept()
    {
        var asked = new List<IotlbMessage>();
        var answers = Task.Run(() => Answer(asked, 0x4000));
        Assert.True(_server.TryAccess(new Iova(0x9ffc), "word"u8.ToArray(), Access.Write));
        await answers.WaitAsync(Limit);
        var there = new byte[4];
        RandomAccess.Read(_memory, there, 0x5ffc);
        Assert.Equal("word"u8, there);
        answers = Task.Run(() => Answer(asked, null));
        Assert.Null(Read(0x9ffc));
        await answers.WaitAsync(Limit);
    }

    [Fact]
    public void A_front_end_that_ends_is_a_crash_and_one_that_talks_nonsense_garbage()
    {
        _front.Send(99, 0, [1, 2, 3]);
        var lost = Assert.Throws<TargetLostException>(() => WaitForLoss());
        Assert.Equal(Loss.Garbage, lost.Kind);
        Assert.Contains("99", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_front_end_that_goes_is_a_crash_that_says_how_it_ended()
    {
        _server.Ending = () => "exit code 134";
        _front.Close();
        _channel.Close();
        var lost = Assert.Throws<TargetLostException>(() => WaitForLoss());
        Assert.Equal((Loss.Crashed, "exit code 134"), (lost.Kind, lost.Message));
    }

    public void Dispose()
    {
        _server.Dispose();
        _front.Dispose();
        _channel.Dispose();
        _memory.Dispose();
        _folder.Delete(recursive: true);
    }

    private void WaitForLoss()
    {
        _channel.Close();
        Read(0);
    }

    private byte[]? Read(ulong at)
    {
        var data = new byte[4];
        return _server.TryAccess(new Iova(at), data, Access.Read) ? data : null;
    }

    // As QEMU does: the translation first, then whether there was one.
    private void Answer(List<IotlbMessage> asked, ulong? page)
    {
        Assert.Equal(TransferResult.Done, _channel.Receive([], out var header, out var payload));
        Assert.True(header.NeedsReply && IotlbMessage.TryRead(payload, out var miss) && Keep(asked, miss));
        if (page is { } to)
            Tell(new IotlbMessage(
                asked[^1].At.PageStart(), new ByteCount(Page.Bytes), new Hva(User + to), Access.ReadWrite,
                IotlbKind.Update));
        _channel.Send(header.Request, MessageHeader.Reply, BitConverter.GetBytes(page is null ? 1ul : 0));
    }

    private static bool Keep(List<IotlbMessage> asked, IotlbMessage miss)
    {
        asked.Add(miss);
        return true;
    }

    private void Tell(IotlbMessage message)
    {
        var bytes = new byte[IotlbMessage.Bytes];
        message.Write(bytes);
        Say(FrontEndRequest.Iotlb, bytes);
    }

    private void Say(FrontEndRequest request, byte[] payload, params ReadOnlySpan<SafeHandle> handles)
    {
        Assert.Equal(
            TransferResult.Done, _front.Send((uint)request, MessageHeader.NeedReply, payload, handles));
        Assert.Equal(TransferResult.Done, _front.Receive([], out var header, out var reply));
        Assert.True(header.IsReply && header.Request == (uint)request);
        Assert.Equal(0ul, MemoryMarshal.Read<ulong>(reply));
    }
}
