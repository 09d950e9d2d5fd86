using System.CommandLine;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Converting;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec convert</c>: what others have recorded as a trace that can be judged.</summary>
internal static class ConvertCommand
{
    private const int MostBytes = 1 << 28;

    public static Command Of(Session session)
    {
        var names = Recordings.All.Select(form => form.Name).ToArray();
        var files = new Argument<string[]>("recording")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "qemu-trace: what QEMU wrote with -trace 'virtio_iommu_*' -msg timestamp=on; "
                + "vfio-user: what the client of one connection sent, and what the server sent.",
        };
        var from = OptionOf.Text("--from", "FORM", $"What it is: {string.Join(", ", names)}.");
        from.Required = true;
        var to = OptionOf.Text("--to", "FILE", "The trace; a name that ends in .trace.ndjson.");
        to.Required = true;
        var area = OptionOf.Text("--area", "AREA", "The area, where the form has several.");
        area.Aliases.Add("-a");
        var log = OptionOf.Text("--log", "LOG", "Where the log of the device is: mapping, device.");
        var target = OptionOf.Text("--target", "TARGET", "Of what it is; waivers are looked up by it.");
        var version = OptionOf.Text("--target-version", "VERSION", "Its version, if the recording does not tell it.");
        var command = new Command("convert", "Makes a trace of what others have recorded.")
        {
            files, from, to, area, log, target, version,
        };
        command.SetAction(parsed =>
        {
            var paths = parsed.GetRequiredValue(files);
            var path = parsed.GetValue(to)!;
            var form = FormOf(parsed.GetValue(from)!, names);
            if (paths.Length != form.Files) throw new UsageException($"{form.Name} is made of {form.Files} files");
            OutputFile.Check(path);
            var history = Recordings.Read(
                form, [.. paths.Select(file => (InputFile.Read(file, MostBytes), file))],
                AreaOf(form, parsed.GetValue(area)), LogOf(form, parsed.GetValue(log)));
            history = Named(history, parsed.GetValue(target), parsed.GetValue(version));
            OutputFile.Write(path, HistoryTrace.Of(history).Span);
            Tell(session, history, path);
            return ExitCode.Conforms;
        });
        return command;
    }

    private static string AreaOf(RecordingForm form, string? area)
    {
        if (area is null || form.Areas.Contains(area, StringComparer.Ordinal)) return area ?? form.Areas[0];
        throw new UsageException(
            $"--area: {form.Name} is not of '{area}' (areas are {string.Join(", ", form.Areas)})");
    }

    private static string? LogOf(RecordingForm form, string? log)
    {
        if (log is null || form.Logs.Contains(log, StringComparer.Ordinal)) return log;
        throw new UsageException(form.Logs.Count == 0
            ? $"--log: {form.Name} shows no log"
            : $"--log: there is no log '{log}' (logs are {string.Join(", ", form.Logs)})");
    }

    private static RecordingForm FormOf(string name, string[] names) =>
        Recordings.All.FirstOrDefault(form => form.Name == name) ?? throw new UsageException(
            $"--from: unknown form '{name}'{NearMatch.Hint(name, names)} (forms are {string.Join(", ", names)})");

    // Of a version that nobody knows every deviation would only be a warning.
    private static RecordedHistory Named(RecordedHistory history, string? target, string? version)
    {
        history = history with { Target = target ?? history.Target, Version = version ?? history.Version };
        if (VersionRange.IsVersion(history.Version)
            || !WaiverFiles.Read(null).All.Any(w => w.Versions is not null && w.IsAbout(history.Target)))
            return history;
        throw new UsageException(history.Version.Length == 0
            ? $"--target-version: no recording tells the version of {history.Target}"
            : $"--target-version: '{history.Version}' is no version of {history.Target}");
    }

    private static void Tell(Session session, RecordedHistory history, string path)
    {
        var steps = history.Cases.Sum(one => (long)one.Steps.Count);
        var unseen = history.Cases.Sum(one => (long)one.Steps.Count(step => step.Seen is null));
        session.Output.WriteLine(
            $"{path}: {history.Area}, {history.Cases.Count.ToText()} cases, {steps.ToText()} operations, "
            + $"of which {unseen.ToText()} without what was seen");
        if (history.LeftOut.Count > 0)
        {
            session.Output.WriteLine("left out: " + string.Join(
                ", ", history.LeftOut.Select(left => $"{left.Value.ToText()} {Words.Safe(left.Key)}")));
        }

        if (history.Gap.Length > 0) session.Output.WriteLine($"incomplete: {Words.Safe(history.Gap)}");
    }
}
