using System.Globalization;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Formats;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Exporting;

/// <summary>A scenario as text for an issue: what is demanded, the steps, and the whole file to replay.</summary>
internal static class MarkdownExport
{
    public static string Of(ScenarioFile file)
    {
        var scenario = file.Scenario;
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        if (AreaCatalogue.FindRequirement(scenario.Requirement) is { } requirement)
        {
            text.Write($"**{requirement.Id}** {requirement.Statement}\n\n");
            text.Write($"Source: {requirement.Source} ({Words.Name(requirement.Basis)}).\n\n");
        }

        if (scenario.Target.Length > 0) text.Write($"Target {MarkdownReport.Plain(scenario.Target)}, ");
        text.Write($"IoSpec {MarkdownReport.Plain(scenario.Suite)}.\n\n");
        text.Write("| | Operation | Seen |\n| ---: | --- | --- |\n");
        for (var i = 0; i < scenario.Operations.Count; i++)
        {
            var seen = i < scenario.Seen.Count ? MarkdownReport.Plain(Printer.Line(scenario.Seen[i])) : "";
            var number = (i + 1).ToText();
            var mark = i == scenario.Operations.Count - 1 && scenario.Signature.Length > 0 ? $"**{number}**" : number;
            text.Write($"| {mark} | {MarkdownReport.Plain(Printer.Line(scenario.Operations[i]))} | {seen} |\n");
        }

        if (scenario.Allowed.Length > 0)
            text.Write($"\nAllowed at the last step: {MarkdownReport.Plain(scenario.Allowed)}.\n");
        text.Write("\nTo see it again, save this as `failure.scenario.json` and run ");
        text.Write("`iospec replay failure.scenario.json`:\n\n");
        return text + Fenced(scenario.Write(file.Area));
    }

    // A fence is longer than any within it.
    private static string Fenced(string json)
    {
        var fence = "```";
        while (json.Contains(fence, StringComparison.Ordinal)) fence += "`";
        return $"{fence}json\n{json}{fence}\n";
    }
}
