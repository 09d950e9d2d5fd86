using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Html.Results;

namespace IoSpec.Tool.Output;

/// <summary>What a run has put to the test of a target in an area.</summary>
/// <param name="Target">The target, as it was named.</param>
/// <param name="Area">The area.</param>
/// <param name="Requirements">The verdicts of its requirements.</param>
/// <param name="Coverage">What was counted.</param>
internal sealed record CoverageOfArea(
    string Target, Area Area, IReadOnlyList<RequirementResult> Requirements, AreaCoverage Coverage)
{
    /// <summary>The coverpoints that were reached.</summary>
    public int Reached => Coverage.Points.Count(p => p.Value > 0);

    /// <summary>How many of a hundred coverpoints were reached, rounded down; 100 if there are none.</summary>
    public int Percent => Coverage.Points.Count == 0 ? 100 : Reached * 100 / Coverage.Points.Count;

    /// <summary>The requirements that apply.</summary>
    public IEnumerable<RequirementResult> Applying =>
        Requirements.Where(r => r.Verdict is not (Verdict.NotApplicable or Verdict.Disabled));

    /// <summary>The requirements that apply and were not put to the test.</summary>
    public IEnumerable<RequirementResult> Untested => Requirements.Where(r => r.Verdict == Verdict.Untested);

    /// <summary>The areas of all targets of a run; areas that this suite does not know are left out.</summary>
    public static IEnumerable<CoverageOfArea> Of(RunResults results) =>
        from target in results.Targets
        from coverage in target.Coverage
        let area = AreaCatalogue.Find(coverage.Area)
        where area is not null
        select new CoverageOfArea(
            target.Target, area, [.. target.Requirements.Where(r => r.Area == coverage.Area)], coverage);
}
