using IoSpec.Engine;

namespace IoSpec.Tool.Merging;

/// <summary>Verdicts as results write them.</summary>
internal static class VerdictText
{
    /// <summary>The one that counts most.</summary>
    public static string Worst(IEnumerable<string> verdicts) => VerdictOrder.Worst(verdicts.Select(Of)).Text();

    /// <summary>The one of a requirement in several parts of a run: UNTESTED only if no part has tested it.</summary>
    public static string Together(IEnumerable<string> verdicts)
    {
        var all = verdicts.Select(Of).ToList();
        var tested = all.FindAll(v => v != Verdict.Untested);
        return VerdictOrder.Worst(tested.Count > 0 ? tested : all).Text();
    }

    /// <summary>Whether something was concluded of requirements with these verdicts.</summary>
    public static bool AreConclusive(IEnumerable<string> verdicts)
    {
        var all = verdicts.Select(Of).ToList();
        return all.TrueForAll(v => v is not (Verdict.Flaky or Verdict.Untested))
            && all.Exists(v => v is not (Verdict.NotApplicable or Verdict.Disabled));
    }

    private static Verdict Of(string text) => VerdictOrder.All.First(v => v.Text() == text);
}
