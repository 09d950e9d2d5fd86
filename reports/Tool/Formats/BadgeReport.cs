using IoSpec.Engine;
using IoSpec.Html.Results;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Formats;

/// <summary>A run as the data of a badge (shields.io, endpoint): what holds of what applies.</summary>
internal static class BadgeReport
{
    private static readonly Verdict[] Told =
        [Verdict.Flaky, Verdict.Waived, Verdict.Untested, Verdict.Disabled];

    public static string Of(RunResults results)
    {
        var all = results.Targets.SelectMany(t => t.Requirements)
            .Where(r => r.Verdict != Verdict.NotApplicable).ToList();
        var held = all.Count(r => r.Verdict == Verdict.Pass);
        var parts = new List<string> { $"{held.ToText()}/{all.Count.ToText()} req" };
        var broken = all.Count(r => r.Verdict.Accuses());
        if (broken > 0) parts.Add($"{broken.ToText()} broken");
        foreach (var verdict in Told)
        {
            var count = all.Count(r => r.Verdict == verdict);
            if (count > 0) parts.Add($"{count.ToText()} {verdict.Text().ToLowerInvariant()}");
        }

        return JsonText.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("schemaVersion", 1);
            writer.WriteString("label", "iospec");
            writer.WriteString("message", string.Join(" · ", parts));
            writer.WriteString("color", ColourOf(results, all.Count));
            writer.WriteEndObject();
        });
    }

    private static string ColourOf(RunResults results, int all) => results.Verdict switch
    {
        _ when results.Targets.Any(t => t.Verdict.Accuses()) => "red",
        _ when results.Targets.Any(t => t.Problem is not null) || results.Verdict == Verdict.Error => "lightgrey",
        Verdict.Pass when all > 0 => "brightgreen",
        Verdict.Untested or Verdict.NotApplicable or Verdict.Disabled => "lightgrey",
        _ => "yellow",
    };
}
