using IoSpec.Engine;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Output;

/// <summary>The alternatives of an area, side by side.</summary>
/// <param name="Area">The area.</param>
/// <param name="Rows">What was found of each.</param>
internal sealed record AreaComparison(string Area, IReadOnlyList<AlternativeRow> Rows)
{
    private const string Reference = "reference";

    /// <summary>
    /// The comparisons of a run that came to its end: of the areas that were named, if the reference is judged.
    /// </summary>
    public static IReadOnlyList<AreaComparison> Of(RunPlan plan, RunVerdict verdict)
    {
        if (verdict.IsInterrupted) return [];
        var isNamed = plan.Settings.Any(s => s is { Name: Setting.Area, Origin: Setting.FromCommandLine });
        if (!isNamed || !plan.Targets.Any(target => target.Connection == Reference)) return [];
        return
        [
            .. plan.Selection.Areas
                .Select(area => new AreaComparison(area.Id, SideBySide.Of(area, plan.Seed, SideBySide.Cases)))
                .Where(comparison => comparison.Rows.Count > 0),
        ];
    }
}
