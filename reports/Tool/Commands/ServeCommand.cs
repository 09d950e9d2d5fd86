using System.CommandLine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec serve</c>: makes a target reachable for the clients of a protocol.</summary>
internal static class ServeCommand
{
    public static Command Of(Session session) =>
        new("serve", "Plays a device behind a server, for clients of a protocol.") { VfioUser(session) };

    private static Command VfioUser(Session session)
    {
        var target = new Argument<string>("target")
        {
            Description = "What plays the device: reference, optimized or a mutant of the areas migration and dirty.",
        };
        var socket = new Option<string>("--socket", "--socket-path")
        {
            Required = true,
            HelpName = "PATH",
            Description = "The path of the Unix socket, which does not exist yet.",
        };
        var stopCopy = new Option<bool>("--stop-copy-only")
        {
            Description = "The device has no state PRE_COPY.",
        };
        var command = new Command("vfio-user", "A probe device behind a vfio-user server, until it is stopped.")
        {
            target, socket, stopCopy,
        };
        command.SetAction(parsed => Serve(
            session, parsed.GetValue(target)!, parsed.GetValue(socket)!, !parsed.GetValue(stopCopy)));
        return command;
    }

    private static int Serve(Session session, string target, string path, bool hasPreCopy)
    {
        using var server = new TargetServer(target, path, hasPreCopy);
        session.Output.WriteLine($"{target} listens at {path}");
        session.Output.Flush();
        using var end = session.Stop.Register(server.Dispose);
        server.Run();
        return Engine.ExitCode.Conforms;
    }
}
