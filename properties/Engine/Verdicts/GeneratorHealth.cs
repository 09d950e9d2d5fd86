using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>How well a generator did its work in a campaign: what it hardly tried is hardly tested.</summary>
/// <param name="MeanLength">Operations in a case, on the average.</param>
/// <param name="RarelyMet">The ids of requirements that were put to the test, but in few of the cases.</param>
/// <param name="NeverDrawn">The names of operations that came in no case.</param>
public sealed record GeneratorHealth(
    double MeanLength, IReadOnlyList<string> RarelyMet, IReadOnlyList<string> NeverDrawn)
{
    /// <summary>One in so many cases is few.</summary>
    public const ulong Few = 100;

    /// <summary>The health of a campaign's generator.</summary>
    /// <param name="result">The campaign.</param>
    /// <returns>The health.</returns>
    public static GeneratorHealth Of(CampaignResult result)
    {
        var evidence = result.Evidence;
        var kinds = ((Shape.Union)Shape.Of(result.Area.Types.Operation)).Cases.Select(kind => kind.Name);
        return new GeneratorHealth(
            evidence.CasesRun == 0 ? 0 : (double)evidence.Operations / evidence.CasesRun,
            [.. result.Area.Requirements.All.Where(r => IsRare(evidence, r)).Select(r => r.Id)],
            [.. kinds.Where(kind => !evidence.Kinds.ContainsKey(kind))]);
    }

    private static bool IsRare(Evidence evidence, Requirement requirement) =>
        evidence.Cases[requirement.Index] > 0 && evidence.Cases[requirement.Index] * Few < evidence.CasesRun;
}
