using System.Globalization;
using System.Text;
using IoSpec.Engine;

namespace IoSpec.Tests.Engine;

/// <summary>All that a campaign has shown as text, without times: equal runs have equal texts.</summary>
internal static class ResultText
{
    public static string Of(CampaignResult result)
    {
        var text = new StringBuilder();
        text.AppendLine(result.Target.ToString());
        Append(text, result.Evidence);
        foreach (var failure in result.Failures) Append(text, result.Area, failure);
        return text.ToString();
    }

    public static string Of(Evidence evidence)
    {
        var text = new StringBuilder();
        Append(text, evidence);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Evidence evidence)
    {
        text.AppendLine(string.Join(' ', evidence.Hits)).AppendLine(string.Join(' ', evidence.Cases));
        text.AppendLine(string.Join(' ', evidence.Covered));
        foreach (var (pair, count) in evidence.Pairs) text.Append(CultureInfo.InvariantCulture, $"{pair}={count} ");
        text.AppendLine(CultureInfo.InvariantCulture, $"{evidence.Operations} {evidence.Skipped} {evidence.Avoided}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{evidence.Ambiguous} {evidence.CasesRun}");
        text.AppendLine(string.Join(' ', evidence.Lengths)).AppendLine(string.Join(' ', evidence.Kinds));
    }

    private static void Append(StringBuilder text, Area area, Failure failure)
    {
        text.Append(CultureInfo.InvariantCulture, $"{failure.Reproduced} {failure.Evaluations} ");
        text.AppendLine(CultureInfo.InvariantCulture, $"{failure.OperationsToDetection}");
        text.AppendLine(failure.Explanation?.ToString());
        text.Append(ScenarioOf.Failure(area, failure, "", 1, "FAIL").Write(area));
    }
}
