using System.Net.Sockets;

namespace IoSpec.Tests.VfioUser;

/// <summary>Stands between a client and a server and keeps what both send; files do not pass.</summary>
internal sealed class CapturingRelay : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly List<(MemoryStream Client, MemoryStream Server)> _captures = [];
    private readonly List<Thread> _threads = [];
    private readonly List<Socket> _sockets = [];
    private readonly string _server;
    private readonly Thread _thread;

    /// <summary>Listens.</summary>
    /// <param name="path">Where clients come to.</param>
    /// <param name="server">Where the server is.</param>
    public CapturingRelay(string path, string server)
    {
        _server = server;
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen(8);
        _thread = new Thread(Run);
        _thread.Start();
    }

    /// <summary>Ends all connections.</summary>
    /// <returns>What was sent in the first one.</returns>
    public (byte[] Client, byte[] Server) End()
    {
        Dispose();
        return (_captures[0].Client.ToArray(), _captures[0].Server.ToArray());
    }

    public void Dispose()
    {
        Close(_listener);
        _thread.Join();
        foreach (var socket in _sockets) Close(socket);
        foreach (var thread in _threads) thread.Join();
        _threads.Clear();
        _sockets.Clear();
    }

    private static void Close(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has ended before.
        }

        socket.Dispose();
    }

    private void Run()
    {
        try
        {
            while (true) Join(_listener.Accept());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Nobody listens any more.
        }
    }

    private void Join(Socket client)
    {
        var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        server.Connect(new UnixDomainSocketEndPoint(_server));
        _sockets.AddRange([client, server]);
        _captures.Add((new MemoryStream(), new MemoryStream()));
        var (sent, answered) = _captures[^1];
        foreach (var thread in (Thread[])
            [new(() => Pump(client, server, sent)), new(() => Pump(server, client, answered))])
        {
            _threads.Add(thread);
            thread.Start();
        }
    }

    private static void Pump(Socket from, Socket to, MemoryStream kept)
    {
        var buffer = new byte[1 << 16];
        try
        {
            for (int count; (count = from.Receive(buffer)) > 0;)
            {
                kept.Write(buffer, 0, count);
                to.Send(buffer, count, SocketFlags.None);
            }

            to.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One side has gone.
        }
    }
}
