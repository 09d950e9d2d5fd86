using System.Globalization;
using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>Which mutants are noticed where they are parts of whole hosts.</summary>
/// <param name="output">Where to.</param>
/// <param name="style">The colours.</param>
internal sealed class FaultyPartReport(TextWriter output, Style style)
{
    private const string Schema = "iospec/parts/1";

    public static string Text(string format, IReadOnlyList<FaultyPart> parts)
    {
        if (format == "json") return Json(parts);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var report = new FaultyPartReport(text, new Style(hasColour: false));
        if (format == "markdown") Markdown(text, parts);
        else foreach (var part in parts) report.Line(part);
        report.End(parts);
        return text.ToString();
    }

    public void Line(FaultyPart part)
    {
        var prey = part.Prey;
        var fate = part switch
        {
            { Prey.Failure: { } failure } =>
                $"{style.Verdict(Verdict.Pass, "killed  ")}  {Words.Number(prey.Operations),9} operations, "
                + $"shrunk to {failure.Operations.Count.ToText()}, {failure.Signature.Requirement}",
            { Shows: true } =>
                $"{style.Verdict(Verdict.Fail, "SURVIVED")}  {Words.Number(prey.Operations),9} operations",
            _ => $"unseen    {Words.Number(prey.Operations),9} operations, the answers of a correct one",
        };
        output.WriteLine($"{part.Mutant.Id,-44} {part.Mutant.Requirement,-14} {fate}");
    }

    public void End(IReadOnlyList<FaultyPart> parts)
    {
        foreach (var area in parts.GroupBy(part => part.Mutant.Area, StringComparer.Ordinal))
        {
            var killed = area.Where(part => part.Prey.Failure is not null).ToList();
            var needed = killed.Select(part => part.Prey.Operations).Order().ToList();
            var middle = needed.Count == 0
                ? ""
                : $"; median {Words.Number(needed[needed.Count / 2])} operations, at worst {Words.Number(needed[^1])}";
            output.WriteLine(
                $"{area.Key} in hosts: {killed.Count.ToText()} killed, "
                + $"{area.Count(part => part.Survived).ToText()} survived, "
                + $"{area.Count(part => !part.Shows).ToText()} unseen of {area.Count().ToText()}{middle}");
        }
    }

    private static void Markdown(StringWriter text, IReadOnlyList<FaultyPart> parts)
    {
        text.Write("| Mutant | Area | Requirement | In hosts | Violated | Operations | Shrunk |\n");
        text.Write("| --- | --- | --- | --- | --- | ---: | ---: |\n");
        foreach (var part in parts)
        {
            text.Write(
                $"| {part.Mutant.Id} | {part.Mutant.Area} | {part.Mutant.Requirement} | {Fate(part)} "
                + $"| {part.Prey.Failure?.Signature.Requirement ?? ""} | {Words.Number(part.Prey.Operations)} "
                + $"| {(part.Prey.Failure?.Operations.Count ?? 0).ToText()} |\n");
        }

        text.Write("\n");
    }

    private static string Fate(FaultyPart part) =>
        part.Prey.Failure is not null ? "killed" : part.Survived ? "survived" : "unseen";

    private static string Json(IReadOnlyList<FaultyPart> parts) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.Objects("parts", parts, part =>
        {
            writer.WriteString("id", part.Mutant.Id);
            writer.WriteString("area", part.Mutant.Area);
            writer.WriteString("requirement", part.Mutant.Requirement);
            writer.WriteString("fate", Fate(part));
            if (part.Prey.Failure is { } failure) writer.WriteString("violated", failure.Signature.Requirement);
            writer.WriteNumber("operationsToDetection", part.Prey.Operations);
            writer.WriteNumber("shrunkOperations", part.Prey.Failure?.Operations.Count ?? 0);
            writer.Seconds("seconds", part.Prey.Seconds);
        });
        writer.WriteEndObject();
    });
}
