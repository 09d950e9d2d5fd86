using System.Globalization;
using System.Text;
using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Suite;

/// <summary>A failure as the message of a test: what is demanded, what was done, what was expected and seen.</summary>
internal static class FailureBlock
{
    /// <summary>The text of a failure; its scenario is written beside the tests.</summary>
    /// <param name="result">The campaign.</param>
    /// <param name="verdict">The failure.</param>
    /// <param name="spec">The spec class.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <returns>Several lines.</returns>
    public static string Of(CampaignResult result, FailureVerdict verdict, Type spec, ulong seed)
    {
        var failure = verdict.Failure;
        var requirement = failure.Violation.Requirement;
        var text = new StringBuilder();
        Line(text, $"{verdict.Verdict.Text()}  {requirement.Id}  {requirement.Statement}");
        Line(text, $"  target    {Safe(result.Target.Name)} {Safe(result.Target.Version)} of {spec.Name}");
        Line(text, $"  found     seed 0x{seed:x}, case {failure.Case}, {Shown(failure)}");
        for (var i = 0; i < failure.Operations.Count; i++) Step(text, failure, i);
        Line(text, $"  expected  {Safe(failure.Violation.Allowed)}");
        Line(text, $"  got       {Safe(failure.Violation.Seen)}");
        Line(text, $"  source    {requirement.Source}");
        Line(text, $"  replay    iospec replay {Write(result.Area, verdict, spec, seed)} --on TARGET");
        return text.ToString();
    }

    private static void Step(StringBuilder text, Failure failure, int index)
    {
        var mark = index == failure.Operations.Count - 1 ? '>' : ' ';
        var operation = Safe(Printer.Line(failure.Operations[index]));
        var seen = index < failure.Seen.Count ? Safe(Printer.Line(failure.Seen[index])) : "";
        Line(text, $"{mark,3}{index + 1,4}  {operation,-60}  {seen}");
    }

    private static string Shown(Failure failure)
    {
        var minimal = failure.IsMinimal ? "no operation can be left out" : "may be longer than needed";
        return string.Create(CultureInfo.InvariantCulture, $"{minimal}, shown {failure.Reproduced} of 3 times again");
    }

    private static string Write(Area area, FailureVerdict verdict, Type spec, ulong seed)
    {
        var signature = verdict.Failure.Signature.ToString().Replace('/', '-');
        var path = Path.Combine(SuiteVariables.Output, spec.FullName!, signature + ScenarioFormat.Extension);
        var scenario = ScenarioOf.Failure(area, verdict.Failure, spec.Name, seed, verdict.Verdict.Text());
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, scenario.Write(area));
        return path;
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');

    private static string Safe(string words) => OneLine.Of(words, 300);
}
