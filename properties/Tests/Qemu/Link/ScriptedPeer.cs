using System.Net.Sockets;
using System.Text;

namespace IoSpec.Tests.Qemu.Link;

/// <summary>The other end of a connection, which says what a test tells it to say.</summary>
internal sealed class ScriptedPeer : IDisposable
{
    private readonly Socket _there;

    public ScriptedPeer()
    {
        var path = Path.Combine(Path.GetTempPath(), $"iospec-peer-{Path.GetRandomFileName()}");
        using var listener = Socket();
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        Here = Socket();
        Here.Connect(new UnixDomainSocketEndPoint(path));
        _there = listener.Accept();
        File.Delete(path);
    }

    /// <summary>The end that is tested.</summary>
    public Socket Here { get; }

    /// <summary>Everything that the tested end has sent; read after it is done.</summary>
    public string Heard
    {
        get
        {
            var buffer = new byte[64 << 10];
            var length = 0;
            while (_there.Available > 0) length += _there.Receive(buffer.AsSpan(length));
            return Encoding.Latin1.GetString(buffer, 0, length);
        }
    }

    /// <summary>Says something now; it waits in the tested end's socket.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Say(ReadOnlySpan<byte> bytes) => _there.Send(bytes);

    /// <summary>Says something as soon as the tested end has sent something.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="close">Whether to hang up afterwards.</param>
    /// <returns>When it was said.</returns>
    public Task Answer(byte[] bytes, bool close = true) => Task.Run(() =>
    {
        _there.Poll(TimeSpan.FromSeconds(10), SelectMode.SelectRead);
        _there.Send(bytes);
        if (close) _there.Shutdown(SocketShutdown.Send);
    });

    /// <summary>Says the same thing again and again from now on, until this is disposed of.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Repeat(byte[] bytes)
    {
        _there.Send(bytes);
        new Thread(() =>
        {
            try
            {
                while (true) _there.Send(bytes);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        })
        { IsBackground = true }.Start();
    }

    /// <summary>Says nothing more.</summary>
    public void Close() => _there.Shutdown(SocketShutdown.Send);

    public void Dispose()
    {
        Here.Dispose();
        _there.Dispose();
    }

    private static Socket Socket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
}
