using System.Net.Sockets;
using IoSpec.Interop;
using IoSpec.VfioUser.Wire;

namespace IoSpec.Tests.VfioUser;

/// <summary>Stands between a client and a server and spoils one of the server's replies in each connection.</summary>
internal sealed class HostileRelay : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Spoil _spoil;
    private readonly int _after;
    private readonly string _server;
    private readonly Thread _thread;
    private UnixStream? _client;

    /// <summary>Listens.</summary>
    /// <param name="path">Where clients come to.</param>
    /// <param name="server">Where the server is.</param>
    /// <param name="after">How many replies of a connection pass before.</param>
    /// <param name="spoil">What becomes of the reply; what is returned is sent, null ends the connection.</param>
    public HostileRelay(string path, string server, int after, Spoil spoil)
    {
        (_server, _after, _spoil) = (server, after, spoil);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen(8);
        _thread = new Thread(Run);
        _thread.Start();
    }

    /// <summary>What becomes of a reply.</summary>
    /// <param name="reply">The whole message.</param>
    /// <returns>What is sent instead; null to end the connection.</returns>
    public delegate IEnumerable<byte[]>? Spoil(byte[] reply);

    public void Dispose()
    {
        _client?.Close();
        _listener.Shutdown(SocketShutdown.Both);
        _listener.Dispose();
        _thread.Join();
    }

    private void Run()
    {
        try
        {
            while (true)
            {
                using var client = _client = UnixStream.Of(_listener.Accept(), TimeSpan.Zero);
                using var server = UnixStream.Connect(_server, TimeSpan.Zero);
                Relay(client, server);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It was disposed of.
        }
    }

    private void Relay(UnixStream client, UnixStream server)
    {
        for (var count = 0; ; count++)
        {
            var handles = new List<System.Runtime.InteropServices.SafeHandle>();
            if (Message(client, handles) is not { } command) return;
            if (server.Send(command, [.. handles]) != TransferResult.Done) return;
            foreach (var handle in handles) handle.Dispose();
            if (Message(server, []) is not { } reply) return;
            if (count < _after)
            {
                client.Send(reply);
                continue;
            }

            if (_spoil(reply) is not { } parts) return;
            foreach (var part in parts)
            {
                if (client.Send(part) != TransferResult.Done) return;
            }
        }
    }

    private static byte[]? Message(UnixStream from, List<System.Runtime.InteropServices.SafeHandle> handles)
    {
        var header = new byte[MessageHeader.Bytes];
        if (!Fill(from, header, handles)) return null;
        var message = new byte[(int)MessageHeader.Read(header).Size];
        header.CopyTo(message, 0);
        return Fill(from, message.AsSpan(header.Length), handles) ? message : null;
    }

    private static bool Fill(
        UnixStream from, Span<byte> bytes, List<System.Runtime.InteropServices.SafeHandle> handles)
    {
        while (bytes.Length > 0)
        {
            if (from.Receive(bytes, handles, out var count) != TransferResult.Done) return false;
            bytes = bytes[count..];
        }

        return true;
    }
}
