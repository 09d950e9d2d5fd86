using System.CommandLine;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Schemas;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec schema</c>: the JSON Schema of what this tool reads and writes.</summary>
internal static class SchemaCommand
{
    private static readonly (string Name, Func<string> Text)[] Schemas =
    [
        ("events", EventsSchema.Text),
        ("mutants", () => WrittenSchema.Read("mutants")),
        ("results", () => WrittenSchema.Read("results")),
        ("scenario", ScenarioSchema.Text),
        ("trace", TraceSchema.Text),
        ("waivers", WaiverSchema.Text),
        ("wire", WireSchema.Text),
    ];

    public static Command Of(Session session)
    {
        var names = Schemas.Select(s => s.Name).ToList();
        var name = new Argument<string>("name") { Description = string.Join(", ", names) };
        var command = new Command("schema", "Prints the JSON Schema of a file.") { name };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetRequiredValue(name);
            var text = Array.Find(Schemas, s => s.Name == wanted).Text ?? throw new UsageException(
                $"unknown schema '{wanted}'{NearMatch.Hint(wanted, names)} (schemas are {string.Join(", ", names)})");
            session.Output.Write(text());
            return ExitCode.Conforms;
        });
        return command;
    }
}
