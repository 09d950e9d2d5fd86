using System.Globalization;
using IoSpec.Engine;
using IoSpec.Targets;

namespace IoSpec.Tool.Output;

/// <summary>Which mutants were noticed, and how soon.</summary>
/// <param name="output">Where to.</param>
/// <param name="style">The colours.</param>
internal sealed class MutantReport(TextWriter output, Style style)
{
    private const string Schema = "iospec/mutants/1";

    public static string Text(string format, Hunt hunt, IReadOnlyList<(FaultyTarget Mutant, Prey Prey)> hunted)
    {
        if (format == "json") return Json(hunted);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var report = new MutantReport(text, new Style(hasColour: false));
        report.Begin(hunt);
        foreach (var (mutant, prey) in hunted) report.Line(mutant, prey);
        report.End(hunted);
        return text.ToString();
    }

    public static string Json(IReadOnlyList<(FaultyTarget Mutant, Prey Prey)> hunted) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.Objects("mutants", hunted, hunt =>
        {
            var (mutant, prey) = hunt;
            writer.WriteString("id", mutant.Id);
            writer.WriteString("area", mutant.Area);
            writer.WriteString("requirement", mutant.Requirement);
            writer.WriteStartArray("violated");
            foreach (var id in prey.Violated) writer.WriteStringValue(id);
            writer.WriteEndArray();
            writer.WriteBoolean("killed", prey.Failure is not null);
            writer.WriteNumber("operationsToDetection", prey.Operations);
            writer.WriteNumber("shrunkOperations", prey.Failure?.Operations.Count ?? 0);
            writer.Seconds("seconds", prey.Seconds);
        });
        writer.WriteEndObject();
    });

    public void Begin(Hunt hunt) => output.WriteLine(
        $"seed {Words.Hexadecimal(hunt.Seed)} · suite {Suite.Version} · up to {hunt.Cases.ToText()} cases or "
        + $"{Words.Duration(hunt.Time.TotalSeconds)} for each mutant");

    public void Line(FaultyTarget mutant, Prey prey)
    {
        var fate = prey.Failure is { } failure
            ? $"{style.Verdict(Verdict.Pass, "killed  ")}  {Words.Number(prey.Operations),9} operations, "
                + $"shrunk to {failure.Operations.Count.ToText()}"
            : $"{style.Verdict(Verdict.Fail, "SURVIVED")}  {Words.Number(prey.Operations),9} operations, violated "
                + (prey.Violated.Count == 0 ? "nothing" : string.Join(", ", prey.Violated));
        output.WriteLine($"{mutant.Id,-44} {mutant.Requirement,-14} {fate}, {Words.Duration(prey.Seconds)}");
    }

    public void End(IReadOnlyList<(FaultyTarget Mutant, Prey Prey)> hunted)
    {
        var needed = hunted.Where(h => h.Prey.Failure is not null).Select(h => h.Prey.Operations).Order().ToList();
        var middle = needed.Count == 0
            ? ""
            : $"; median {Words.Number(needed[needed.Count / 2])} operations to detection";
        output.WriteLine(
            $"mutants: {needed.Count.ToText()} killed of {hunted.Count.ToText()}{middle}; "
            + Words.Duration(hunted.Sum(h => h.Prey.Seconds)));
    }
}
