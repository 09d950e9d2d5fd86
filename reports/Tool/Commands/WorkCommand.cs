using System.CommandLine;
using System.Text;
using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec worker</c>: what a supervisor starts; nobody types it.</summary>
internal static class WorkCommand
{
    public static Command Of()
    {
        var command = new Command(WorkerProgram.Command, "Plays a target for another process.") { Hidden = true };
        var checks = new Option<bool>(WorkerProgram.CheckOption);
        command.Options.Add(checks);
        command.SetAction(parsed => Serve(parsed.GetValue(checks)));
        return command;
    }

    private static int Serve(bool checksRequests)
    {
        if (checksRequests) TargetProcess.CheckRequests();

        // What the user's keys stop is the supervisor, which then asks no more.
        TargetProcess.Detach();
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput());

        // A target that prints must not answer for the worker.
        TargetProcess.HideOutput();
        return Worker.Serve(AreaCatalogue.Find, Sources.Of, input, output);
    }
}
