using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Mutants;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Zoo;

public sealed class UnusualTests
{
    private const int Cases = 512;

    public static TheoryData<string> Ids => [.. UnusualCatalogue.All.Select(unusual => unusual.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_but_precision_is_held_against_a_correct_implementation(string id)
    {
        var unusual = UnusualCatalogue.All.Single(each => each.Id == id);
        var area = AreaCatalogue.Find(unusual.Area)!;
        var settings = new CampaignSettings { Seed = 0x5eed, Cases = Cases, Workers = 1 };
        var result = new Campaign(area, settings, null)
            .RunHere(new TargetSource(id, NeedsWorker: false, unusual.Open));
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
        Assert.InRange(result.Evidence.Ambiguous, 0ul, result.Evidence.Operations / 50);
        Findings.None(result.Failures
            .Where(failure => AxisOf(area, failure.Signature.Requirement) != Axis.Precision)
            .Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
    }

    [Fact]
    public void There_are_at_least_25_of_them_and_some_in_every_area()
    {
        Assert.InRange(UnusualCatalogue.All.Count, 25, int.MaxValue);
        Findings.None(AreaCatalogue.All.Select(area => area.Id)
            .Except(UnusualCatalogue.All.Select(unusual => unusual.Area), StringComparer.Ordinal));
    }

    [Fact]
    public void Their_ids_begin_with_their_area() => Findings.None(UnusualCatalogue.All
        .Where(unusual => !unusual.Id.StartsWith(unusual.Area + "-", StringComparison.Ordinal))
        .Select(unusual => unusual.Id));

    private static Axis AxisOf(Area area, string requirement) =>
        area.Requirements.All.Single(each => each.Id == requirement).Axis;
}
