using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>Colours of a terminal; none if it has none or the user wants none.</summary>
/// <param name="hasColour">Whether there are colours.</param>
internal sealed class Style(bool hasColour)
{
    private const string Red = "31;1";
    private const string Yellow = "33";
    private const string Green = "32";
    private const string Cyan = "36";
    private const string Dim = "2";

    public string Verdict(Verdict verdict) => Verdict(verdict, verdict.Text());

    public string Verdict(Verdict verdict, string text) => verdict switch
    {
        _ when verdict.Accuses() => Paint(text, Red),
        Engine.Verdict.Error or Engine.Verdict.Xpass => Paint(text, Red),
        Engine.Verdict.Warn or Engine.Verdict.Flaky or Engine.Verdict.Untested => Paint(text, Yellow),
        Engine.Verdict.Pass => Paint(text, Green),
        _ => text,
    };

    /// <summary>A verdict in a table: what is waived stands out, and what does not apply stands back.</summary>
    public string Cell(Verdict verdict, string text) => verdict switch
    {
        Engine.Verdict.Waived => Paint(text, Cyan),
        Engine.Verdict.NotApplicable or Engine.Verdict.Disabled => Paint(text, Dim),
        _ => Verdict(verdict, text),
    };

    public string Counts(IReadOnlyList<(Verdict Verdict, int Count)> counts) =>
        string.Join(", ", counts.Select(c => Verdict(c.Verdict, VerdictCounts.Text(c))));

    public string Bold(string text) => Paint(text, "1");

    private string Paint(string text, string code) => hasColour ? $"\e[{code}m{text}\e[0m" : text;
}
