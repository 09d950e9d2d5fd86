using System.Globalization;
using System.Text;
using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Html.Words;

/// <summary>Numbers, names and foreign words as reports write them.</summary>
public static class Wording
{
    private const int MostOfName = 300;
    private const int MostOfSlug = 120;

    /// <summary>Words that a target or a file may have written: one visible line of bounded length.</summary>
    public static string Safe(string words, int most = MostOfName) => OneLine.Of(words, most);

    /// <summary>A number with its thousands apart.</summary>
    public static string Number(ulong number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number with what is counted.</summary>
    public static string Plural(long number, string word) =>
        $"{Number((ulong)number)} {word}{(number == 1 ? "" : "s")}";

    /// <summary>A number for an attribute of a drawing.</summary>
    public static string Place(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A part of a whole, in percent.</summary>
    public static string Share(ulong part, ulong whole) =>
        (whole == 0 ? 0 : 100.0 * part / whole).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>The word that stands for a verdict in the names of styles.</summary>
    public static string ClassOf(Verdict? verdict) => verdict switch
    {
        null => "none",
        Verdict.NotApplicable => "na",
        { } known => known.ToString().ToLowerInvariant(),
    };

    /// <summary>A name as part of an address within the page.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '.') slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString(0, Math.Min(slug.Length, MostOfSlug)).Trim('-', '.');
    }

    /// <summary>Where a requirement is on the page.</summary>
    public static string AnchorOf(string requirement) => "req-" + Slug(requirement);

    /// <summary>Words of a command, quoted where a shell would take them apart.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=+,@%".Contains(c))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>What it means.</summary>
    public static string Explain(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "put to the test, held every time",
        Verdict.Fail => "broken",
        Verdict.Warn => "broken, but nothing that accuses rests on it",
        Verdict.Leak => "an address was shown to somebody who must not see it",
        Verdict.Crash => "the target did not survive it",
        Verdict.Hang => "the target stopped answering",
        Verdict.Flaky => "broken once, not every time on fresh targets",
        Verdict.Untested => "no step could have broken it",
        Verdict.NotApplicable => "the target has no such thing, or it cannot be reached",
        Verdict.Disabled => "left out by the user",
        Verdict.Waived => "broken, and a waiver knows it",
        Verdict.Xpass => "a waiver expects a failure that did not come",
        _ => "the suite itself is in doubt",
    };
}
