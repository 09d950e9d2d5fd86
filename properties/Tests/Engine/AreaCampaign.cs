using IoSpec.Contracts;
using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Engine;

/// <summary>What every area asks of its own campaign.</summary>
internal static class AreaCampaign
{
    private const int Cases = 2000;
    private const int FewCases = 600;

    /// <summary>Nothing is held against a target, and nothing is left untested or uncovered.</summary>
    /// <param name="area">The area.</param>
    /// <param name="open">Makes the target.</param>
    /// <param name="cases">How many cases it takes.</param>
    public static void Conforms(Area area, Func<ITarget> open, int cases = Cases)
    {
        var result = Run(area, open, cases, workers: 1);
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Equal((ulong)cases, result.Evidence.CasesRun);
        Assert.Equal(0ul, result.Evidence.Ambiguous);
        Assert.Empty(area.Requirements.All
            .Where(requirement => result.Evidence.Hits[requirement.Index] == 0)
            .Select(requirement => requirement.Id));
        Assert.Empty(area.Coverpoints.All
            .Where(point => result.Evidence.Covered[point.Index] == 0)
            .Select(point => point.Id));
    }

    /// <summary>Of a faulty target the same is found by one worker and by several.</summary>
    /// <param name="area">The area.</param>
    /// <param name="open">Makes the target.</param>
    public static void FindsTheSameOnSeveralThreads(Area area, Func<ITarget> open)
    {
        var one = Run(area, open, FewCases, workers: 1);
        var three = Run(area, open, FewCases, workers: 3);
        Assert.NotEmpty(one.Failures);
        Assert.Equal(ResultText.Of(one), ResultText.Of(three));
    }

    private static CampaignResult Run(Area area, Func<ITarget> open, long cases, int workers)
    {
        var settings = new CampaignSettings { Seed = 0x5eed, Cases = cases, Workers = workers };
        return new Campaign(area, settings, null).RunHere(new TargetSource("", false, open));
    }
}
