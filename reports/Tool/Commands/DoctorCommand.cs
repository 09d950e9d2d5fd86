using System.CommandLine;
using System.Runtime.InteropServices;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec doctor</c>: what can be judged on this machine, and why the rest cannot.</summary>
internal static class DoctorCommand
{
    // Played in a worker here, which it never is otherwise: it shows that workers start at all.
    private const string Probe = "optimized";
    private const string SharedMemory = "/dev/shm";

    public static Command Of(Session session)
    {
        var command = new Command("doctor", "Tells what can be judged on this machine, and why the rest cannot.");
        command.SetAction(_ => Examine(session.Output));
        return command;
    }

    private static int Examine(TextWriter output)
    {
        Line(output, true, "suite", Suite.Version);
        Line(output, true, "machine",
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, "
            + $"{Words.Plural((ulong)Environment.ProcessorCount, "core")}, {RuntimeInformation.FrameworkDescription}");
        var hasMemory = Directory.Exists(SharedMemory);
        Line(output, hasMemory, "memory",
            hasMemory ? $"{SharedMemory}: {Free()} free" : $"no {SharedMemory}: guests cannot share their memory");
        var worker = Open(Probe);
        Line(output, worker.IsUsable, "workers", worker.IsUsable ? "start" : worker.Reason);
        foreach (var connection in TargetCatalogue.Kinds.SelectMany(k => k.Known))
        {
            if (!TargetCatalogue.Find(connection).NeedsWorker) continue;
            var (isUsable, reason) = Open(connection);
            Line(output, isUsable, connection, reason);
        }

        return worker.IsUsable ? ExitCode.Conforms : ExitCode.Unavailable;
    }

    private static (bool IsUsable, string Reason) Open(string connection)
    {
        try
        {
            var plug = TargetCatalogue.Find(connection);
            var area = AreaCatalogue.All.First(a => plug.For(a) is not null);
            var source = plug.For(area)! with { NeedsWorker = true };
            using var bench = new TestBench(area, source, WorkerProgram.Start);
            return (true, $"{bench.Identity.Name} {bench.Identity.Version}".TrimEnd());
        }
        catch (Exception exception) when (exception is TargetUnavailableException or SuiteException)
        {
            return (false, exception.Message);
        }
    }

    private static string Free() =>
        $"{Words.Number((ulong)new DriveInfo(SharedMemory).AvailableFreeSpace >> 20)} MiB";

    private static void Line(TextWriter output, bool isGood, string name, string about) =>
        output.WriteLine($"{(isGood ? "yes" : "no"),-4} {name,-12} {Words.Safe(about)}");
}
