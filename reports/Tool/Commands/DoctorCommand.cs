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
        var targets = new Argument<string[]>("target")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Targets to be tried besides, such as qemu:vtd?bin=PROGRAM.",
        };
        var command = new Command("doctor", "Tells what can be judged on this machine, and why the rest cannot.")
        {
            targets,
        };
        command.SetAction(parsed => Examine(session.Output, parsed.GetValue(targets)!));
        return command;
    }

    private static int Examine(TextWriter output, string[] targets)
    {
        Line(output, true, "suite", Suite.Version);
        Line(output, true, "machine",
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, "
            + $"{Words.Plural((ulong)Environment.ProcessorCount, "core")}, {RuntimeInformation.FrameworkDescription}");
        var hasMemory = Directory.Exists(SharedMemory);
        Line(output, hasMemory, "memory",
            hasMemory ? $"{SharedMemory}: {Free()} free" : $"no {SharedMemory}: guests cannot share their memory");
        var worker = Open(Probe);
        Line(output, worker.IsUsable, "workers", worker.IsUsable ? "start" : worker.About);
        Languages(output);
        Programs(output);
        foreach (var connection in targets)
        {
            var trial = Open(connection);
            Line(output, trial.IsUsable, connection, trial.About);
        }

        return worker.IsUsable ? ExitCode.Conforms : ExitCode.Unavailable;
    }

    private static void Languages(TextWriter output)
    {
        foreach (var group in LanguageProgram.All.GroupBy(language => language.Program, StringComparer.Ordinal))
        {
            var (version, package) = (group.First().Version(), group.First().Package);
            Line(output, version is not null, group.Key,
                $"plug-ins in {string.Join(", ", group.Select(language => language.Language))}: "
                + (version ?? $"not on the PATH: install {package} (.ci/install-languages does on Debian)"));
        }
    }

    private static void Programs(TextWriter output)
    {
        var found = QemuPrograms.Find(Variable("PATH"), Variable(QemuPrograms.Variable));
        foreach (var program in found) Program(output, program);
        foreach (var (name, package) in QemuPrograms.Missing(found))
        {
            Line(output, false, name,
                $"not on the PATH and not in {QemuPrograms.Variable}: install {package} (.ci/install-qemu does on "
                + "Debian), or unpack one beside it with .ci/unpack-qemu");
        }
    }

    // What it can play comes first; what it cannot play, with the reason, after that.
    private static void Program(TextWriter output, QemuProgram program)
    {
        var tried = program.Connections.Select(c => (Name: NameOf(c), Result: Open(c))).ToList();
        var good = tried.FindAll(t => t.Result.IsUsable);
        var plays = good.Count > 0 ? string.Join(", ", good.Select(t => t.Name)) : "plays nothing";
        var rest = tried.Where(t => !t.Result.IsUsable).Select(t => $"; not {t.Name}: {t.Result.About}");
        Line(output, good.Count > 0, program.Path, $"{program.Version()}: {plays}{string.Concat(rest)}");
    }

    private static string NameOf(string connection) => Comparing.JudgedTarget.DeviceOf(connection);

    private static Trial Open(string connection)
    {
        try
        {
            var plug = TargetCatalogue.Find(connection).Asked();
            var area = AreaCatalogue.All.First(a => plug.For(a) is not null);
            var source = plug.For(area)! with { NeedsWorker = true };
            using var bench = new TestBench(area, source, WorkerProgram.Start);
            return new Trial(true, $"{bench.Identity.Name} {bench.Identity.Version}".TrimEnd());
        }
        catch (Exception exception) when (exception is TargetUnavailableException or SuiteException)
        {
            return new Trial(false, exception.Message);
        }
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";

    private static string Free() =>
        $"{Words.Number((ulong)new DriveInfo(SharedMemory).AvailableFreeSpace >> 20)} MiB";

    private static void Line(TextWriter output, bool isGood, string name, string about) =>
        output.WriteLine($"{(isGood ? "yes" : "no"),-4} {Words.Safe(name),-12} {OneLine.Of(about, 600)}");

    private sealed record Trial(bool IsUsable, string About);
}
