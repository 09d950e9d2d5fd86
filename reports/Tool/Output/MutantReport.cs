using System.Globalization;
using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>Which mutants were noticed, and how soon.</summary>
/// <param name="output">Where to.</param>
/// <param name="style">The colours.</param>
internal sealed class MutantReport(TextWriter output, Style style)
{
    private const string Schema = "iospec/mutants/1";

    public static string Text(
        string format, Hunt hunt, IReadOnlyList<ulong> seeds, IReadOnlyList<HuntedMutant> hunted)
    {
        if (format == "json") return Json(hunted);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var report = new MutantReport(text, new Style(hasColour: false));
        if (format == "markdown") Markdown(text, hunted);
        else report.Begin(hunt, seeds);
        foreach (var one in format == "markdown" ? [] : hunted) report.Line(one);
        report.End(hunted);
        return text.ToString();
    }

    public static string Json(IReadOnlyList<HuntedMutant> hunted) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.Objects("mutants", hunted, one =>
        {
            writer.WriteString("id", one.Mutant.Id);
            writer.WriteString("area", one.Mutant.Area);
            writer.WriteString("requirement", one.Mutant.Requirement);
            writer.WriteStartArray("violated");
            foreach (var id in one.First.Violated) writer.WriteStringValue(id);
            writer.WriteEndArray();
            if (one.First.First is { } first) writer.WriteString("first", first);
            writer.WriteBoolean("killed", one.IsKilled);
            writer.WriteNumber("operationsToDetection", one.First.Operations);
            writer.WriteNumber("shrunkOperations", one.First.Failure?.Operations.Count ?? 0);
            if (one.Preys.Count > 1)
            {
                writer.WriteNumber("medianOperations", one.Median);
                writer.WriteNumber("worstOperations", one.Worst);
                writer.Objects("seeds", one.Preys, each =>
                {
                    writer.WriteString("seed", Words.Hexadecimal(each.Seed));
                    writer.WriteBoolean("killed", each.Prey.Failure is not null);
                    writer.WriteNumber("operationsToDetection", each.Prey.Operations);
                });
            }

            writer.Seconds("seconds", one.Preys.Sum(p => p.Prey.Seconds));
        });
        writer.WriteEndObject();
    });

    public void Begin(Hunt hunt, IReadOnlyList<ulong> seeds)
    {
        var all = seeds.Count == 1
            ? $"seed {Words.Hexadecimal(hunt.Seed)}"
            : $"{seeds.Count.ToText()} seeds from {Words.Hexadecimal(seeds[0])} on";
        output.WriteLine(
            $"{all} · suite {Suite.Version} · up to {hunt.Cases.ToText()} cases or "
            + $"{Words.Duration(hunt.Time.TotalSeconds)} for each mutant");
    }

    public void Line(HuntedMutant one)
    {
        var prey = one.First;
        var detection = one.Preys.Count == 1
            ? $"{Words.Number(prey.Operations),9} operations"
            : $"{one.Killed.ToText()} of {one.Preys.Count.ToText()} times, {Words.Number(one.Median),9} operations, "
                + $"at worst {Words.Number(one.Worst),9}";
        var fate = one.IsKilled
            ? $"{style.Verdict(Verdict.Pass, "killed  ")}  {detection}, "
                + $"shrunk to {prey.Failure!.Operations.Count.ToText()}"
            : $"{style.Verdict(Verdict.Fail, "SURVIVED")}  {detection}, violated "
                + (prey.Violated.Count == 0 ? "nothing" : string.Join(", ", prey.Violated));
        var seconds = one.Preys.Sum(p => p.Prey.Seconds);
        output.WriteLine($"{one.Mutant.Id,-44} {one.Mutant.Requirement,-14} {fate}, {Words.Duration(seconds)}");
    }

    public void End(IReadOnlyList<HuntedMutant> hunted)
    {
        var needed = hunted.Where(h => h.IsKilled).Select(h => h.Median).Order().ToList();
        var middle = needed.Count == 0
            ? ""
            : $"; median {Words.Number(needed[needed.Count / 2])} operations to detection, at worst "
                + Words.Number(hunted.Where(h => h.IsKilled).Max(h => h.Worst));
        var named = hunted.Count(h => h.IsNamed);
        output.WriteLine(
            $"mutants: {needed.Count.ToText()} killed of {hunted.Count.ToText()}{middle}; first violated what they "
            + $"break: {named.ToText()}; {Words.Duration(hunted.Sum(h => h.Preys.Sum(p => p.Prey.Seconds)))}");
    }

    private static void Markdown(StringWriter text, IReadOnlyList<HuntedMutant> hunted)
    {
        text.Write("| Mutant | Area | Requirement | First violated | Killed | Median | Worst | Shrunk |\n");
        text.Write("| --- | --- | --- | --- | ---: | ---: | ---: | ---: |\n");
        foreach (var one in hunted)
        {
            text.Write(
                $"| {one.Mutant.Id} | {one.Mutant.Area} | {one.Mutant.Requirement} "
                + $"| {(one.IsNamed ? "the same" : one.First.First ?? "nothing")} "
                + $"| {one.Killed.ToText()}/{one.Preys.Count.ToText()} | {Words.Number(one.Median)} "
                + $"| {Words.Number(one.Worst)} | {(one.First.Failure?.Operations.Count ?? 0).ToText()} |\n");
        }

        text.Write("\n");
    }
}
