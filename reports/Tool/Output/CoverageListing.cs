using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>What a run has put to the test, as lists.</summary>
internal static class CoverageListing
{
    /// <summary>How much was reached: a line for every target and area.</summary>
    public static IListing Totals(IEnumerable<CoverageOfArea> areas) => new Listing<CoverageOfArea>(
        areas,
        ("target", a => Words.Safe(a.Target)),
        ("area", a => a.Area.Id),
        ("cases", a => Words.Number(a.Coverage.Cases)),
        ("operations", a => Words.Number(a.Coverage.Operations)),
        ("tested", a => a.Applying.Count() - a.Untested.Count()),
        ("applying", a => a.Applying.Count()),
        ("reached", a => a.Reached),
        ("coverpoints", a => a.Coverage.Points.Count),
        ("percent", a => a.Percent));

    /// <summary>What was not reached: a line for every requirement and coverpoint.</summary>
    public static IListing Gaps(IEnumerable<CoverageOfArea> areas) => new Listing<Gap>(
        areas.SelectMany(Of),
        ("target", g => Words.Safe(g.Target)), ("area", g => g.Area), ("kind", g => g.Kind), ("id", g => g.Id),
        ("generator", g => g.Draw));

    private static IEnumerable<Gap> Of(CoverageOfArea area)
    {
        foreach (var requirement in area.Untested)
            yield return new Gap(area.Target, area.Area.Id, "requirement", requirement.Id, "");
        foreach (var point in area.Coverage.Points.Where(p => p.Value == 0))
        {
            var draw = Knob.Of(area.Area.Knobs, point.Key);
            yield return new Gap(
                area.Target, area.Area.Id, "coverpoint", point.Key,
                draw is null ? "" : $"properties/Areas: {draw}");
        }
    }

    private sealed record Gap(string Target, string Area, string Kind, string Id, string Draw);
}
