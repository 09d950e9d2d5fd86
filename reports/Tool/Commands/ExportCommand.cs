using System.CommandLine;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Exporting;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec export</c>: a scenario in a form that lives elsewhere.</summary>
internal static class ExportCommand
{
    private static readonly string[] Forms = ["xunit", "qtest", "libqtest-c", "markdown"];

    public static Command Of(Session session)
    {
        var file = new Argument<string>("scenario") { Description = "A file that a run has written." };
        var to = OptionOf.Text(
            "--to",
            "FORM",
            "xunit (a test in C#), qtest (a script that shows it on a QEMU alone), libqtest-c (a test for QEMU's own) "
            + "or markdown (for an issue).");
        to.Required = true;
        var space = OptionOf.Text("--namespace", "NAME", "The namespace of the test; Scenarios if none is named.");
        var on = OptionOf.Text(
            "--on", "TARGET", "The QEMU that shows it; the target of the scenario if none is named.");
        var output = OptionOf.Text("--output", "FILE", "The file; none to print it.");
        output.Aliases.Add("-o");
        var command = new Command("export", "Writes a scenario as a test, or as text for an issue.")
        {
            file, to, on, space, output,
        };
        command.SetAction(parsed =>
        {
            var form = parsed.GetValue(to)!;
            if (!Forms.Contains(form, StringComparer.Ordinal))
            {
                throw new UsageException(
                    $"--to: unknown form '{form}'{NearMatch.Hint(form, Forms)} "
                    + $"(forms are {string.Join(", ", Forms)})");
            }

            var scenario = ScenarioFile.Read(parsed.GetRequiredValue(file));
            var target = parsed.GetValue(on) ?? scenario.Scenario.Target;
            var text = form switch
            {
                "xunit" => XunitExport.Of(scenario, parsed.GetValue(space) ?? "Scenarios"),
                "markdown" => MarkdownExport.Of(scenario),
                _ => QtestExport.Of(scenario, target, isTest: form == "libqtest-c"),
            };
            if (parsed.GetValue(output) is { } path) OutputFile.Write(path, text);
            else session.Output.Write(text);
            return ExitCode.Conforms;
        });
        return command;
    }
}
