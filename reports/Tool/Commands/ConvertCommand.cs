using System.CommandLine;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Converting;
using IoSpec.Tool.Output;

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
        var target = OptionOf.Text("--target", "TARGET", "Of what it is; waivers are looked up by it.");
        var version = OptionOf.Text("--target-version", "VERSION", "Its version, if the recording does not tell it.");
        var command = new Command("convert", "Makes a trace of what others have recorded.")
        {
            files, from, to, area, target, version,
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
                AreaOf(form, parsed.GetValue(area)));
            history = Named(form, history, parsed.GetValue(target), parsed.GetValue(version));
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

    private static RecordingForm FormOf(string name, string[] names) =>
        Recordings.All.FirstOrDefault(form => form.Name == name) ?? throw new UsageException(
            $"--from: unknown form '{name}'{NearMatch.Hint(name, names)} (forms are {string.Join(", ", names)})");

    // Waivers depend on the version, and of one that nobody knows something every deviation would only be a warning.
    private static RecordedHistory Named(
        RecordingForm form, RecordedHistory history, string? target, string? version)
    {
        if (target is null && version is null && form.NeedsVersion)
            throw new UsageException($"--target-version: no recording tells the version of {history.Target}");
        return history with { Target = target ?? history.Target, Version = version ?? history.Version };
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
