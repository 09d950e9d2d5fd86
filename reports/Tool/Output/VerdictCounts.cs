using System.Globalization;
using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>How many requirements have which verdict.</summary>
internal static class VerdictCounts
{
    public static IReadOnlyList<(Verdict Verdict, int Count)> Of(IEnumerable<RequirementVerdict> requirements)
    {
        var all = requirements.ToList();
        return
        [
            .. VerdictOrder.All
                .Select(v => (Verdict: v, Count: all.Count(r => r.Verdict == v)))
                .Where(c => c.Count > 0)
                .OrderByDescending(c => c.Verdict == Verdict.Pass),
        ];
    }

    public static string Text((Verdict Verdict, int Count) count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count.Count} {count.Verdict.Text()}");
}
