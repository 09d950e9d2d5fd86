using System.Net.Sockets;
using System.Text;
using IoSpec.Contracts;
using IoSpec.Exec;
using IoSpec.Targets;

namespace IoSpec.Tests.Exec;

/// <summary>A target of this process that listens at a Unix socket and answers there as a plug-in.</summary>
internal sealed class SocketPlugin : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iospec-stream-");
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Thread _thread;
    private readonly Plug _plug;

    /// <summary>Begins to listen.</summary>
    /// <param name="connection">The connection string of the target.</param>
    public SocketPlugin(string connection)
    {
        _plug = TargetCatalogue.Find(connection);
        _listener.Bind(new UnixDomainSocketEndPoint(Path));
        _listener.Listen(4);
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>What a request was refused for; null if none was.</summary>
    public string? Problem { get; private set; }

    /// <summary>The connection string under which it is judged.</summary>
    public string Connection => $"stream:unix:{Path}";

    private string Path => System.IO.Path.Combine(_folder.FullName, "socket");

    public void Dispose()
    {
        _listener.Dispose();
        _thread.Join();
        _folder.Delete(recursive: true);
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                using var socket = _listener.Accept();
                using var stream = new NetworkStream(socket);
                using var reader = new StreamReader(stream, new UTF8Encoding(false));
                Problem ??= new WireServer(Open).Serve(reader, stream);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
        {
            // Nobody listens any more.
        }
    }

    private ITarget? Open(WireArea area) => _plug.For(area.Types)?.Open();
}
