using IoSpec.Engine;

namespace IoSpec.Tool.Merging;

/// <summary>Verdicts as results write them.</summary>
internal static class VerdictText
{
    /// <summary>The one that counts most.</summary>
    public static string Worst(IEnumerable<string> verdicts) => VerdictOrder.Worst(verdicts.Select(Of)).Text();

    /// <summary>The verdict of a text.</summary>
    public static Verdict Of(string text) => VerdictOrder.All.First(v => v.Text() == text);
}
