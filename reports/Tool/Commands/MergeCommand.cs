using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Formats;
using IoSpec.Tool.Merging;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec report merge</c>: results of several runs as those of one.</summary>
internal static class MergeCommand
{
    private const string Name = "results.json";

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Of(Session session)
    {
        var files = new Argument<string[]>("results")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "The results.json, or the events.ndjson, of runs of one suite and seed.",
        };
        var output = OptionOf.Text("--output", "FOLDER", $"The folder of the merged {Name}.");
        output.Aliases.Add("-o");
        output.Required = true;
        var command = new Command("merge", "Makes one of the results of several runs: shards, or other targets.")
        {
            files, output,
        };
        command.SetAction(parsed => Merge(session, parsed.GetRequiredValue(files), parsed.GetValue(output)!));
        return command;
    }

    private static int Merge(Session session, string[] files, string folder)
    {
        if (files.GroupBy(Path.GetFullPath, StringComparer.Ordinal).FirstOrDefault(f => f.Count() > 1) is { } twice)
            throw new UsageException($"{twice.First()} is named twice: it would count twice");
        var runs = files.Select(Read).ToList();
        var merged = ResultsMerge.Of(runs);
        var copies = new ScenarioCopies(folder);
        copies.Take(merged, runs);
        copies.Write();
        var path = Path.Combine(folder, Name);
        OutputFile.Write(path, merged.ToJsonString(Form) + "\n");
        session.Output.WriteLine($"merged: {Words.Plural((ulong)files.Length, "run")}, verdict {merged["verdict"]}");
        session.Output.WriteLine($"report: {path}");
        return merged["exit"]!.GetValue<int>();
    }

    // Read as results first: what is none is told with its place.
    private static RunPart Read(string file)
    {
        var input = JournalReport.Read(file);
        RunFolder.Read(input);
        return new RunPart(file, JsonNode.Parse(input.Utf8)!.AsObject(), input.File);
    }
}
