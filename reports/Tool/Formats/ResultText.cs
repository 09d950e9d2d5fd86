using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Html.Results;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Formats;

/// <summary>Results in words, for forms that hold plain text.</summary>
internal static class ResultText
{
    /// <summary>How many steps of a long scenario are told.</summary>
    private const int MostSteps = 60;

    /// <summary>The sentence of a requirement; its id if this suite does not know it.</summary>
    public static string StatementOf(string requirement) =>
        AreaCatalogue.FindRequirement(requirement)?.Statement ?? Words.Safe(requirement);

    /// <summary>A requirement with its sentence.</summary>
    public static string TitleOf(RequirementResult requirement) =>
        $"{Words.Safe(requirement.Id)} {StatementOf(requirement.Id)}";

    /// <summary>A failure in one line.</summary>
    public static string LineOf(FailureResult failure) => failure.IsHidden
        ? $"{StatementOf(failure.Requirement)} Nothing else is shown of it."
        : $"{StatementOf(failure.Requirement)} Expected: {Words.Safe(failure.Expected)}. "
            + $"Got: {Words.Safe(failure.Got)}.";

    /// <summary>A failure as people read it.</summary>
    /// <param name="target">The target.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <returns>Lines.</returns>
    public static IEnumerable<string> BlockOf(TargetResult target, FailureResult failure, string seed)
    {
        yield return $"{failure.Counted.Text()}  {Words.Safe(failure.Requirement)}  "
            + $"{StatementOf(failure.Requirement)}  [{Words.Name(failure.Severity)}]";
        yield return $"  target    {target.Name}   seed {Words.Safe(seed)}   case {failure.Case.ToText()}";
        if (failure.Waiver is { } waiver)
            yield return $"  waiver    {Words.Safe(waiver.Id)}: {Words.Safe(waiver.Reason)}";
        if (failure.IsHidden) yield break;
        foreach (var line in StepsOf(failure.Scenario)) yield return line;
        yield return $"  expected  {Words.Safe(failure.Expected)}";
        yield return $"  got       {Words.Safe(failure.Got)} ({Words.Safe(failure.Signature)})";
        if (AreaCatalogue.FindRequirement(failure.Requirement) is { } known)
            yield return $"  source    {known.Source} ({Words.Name(known.Basis)})";
        if (failure.Opinion.Length > 0) yield return $"  2nd judge {Words.Safe(failure.Opinion)}";
        if (failure.Path is { } path) yield return $"  replay    iospec replay {CommandText.Quote(path)}";
    }

    private static IEnumerable<string> StepsOf(Scenario? scenario)
    {
        if (scenario is null) yield break;
        var first = Math.Max(0, scenario.Operations.Count - MostSteps);
        if (first > 0) yield return $"  {Words.Plural((ulong)first, "step")} before these";
        for (var i = first; i < scenario.Operations.Count; i++)
        {
            var mark = i == scenario.Operations.Count - 1 ? '>' : ' ';
            var seen = i < scenario.Seen.Count ? "  " + Words.Safe(Printer.Line(scenario.Seen[i])) : "";
            yield return $" {mark}{(i + 1).ToText(),3}  {Words.Safe(Printer.Line(scenario.Operations[i]))}{seen}";
        }
    }
}
