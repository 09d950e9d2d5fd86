using System.Globalization;
using System.Text;

namespace IoSpec.Contracts;

/// <summary>Words from outside, made fit for one line of a terminal or a log.</summary>
public static class OneLine
{
    /// <summary>The words with everything invisible written as <c>\u{…}</c>.</summary>
    /// <param name="words">Any text; lone surrogates are allowed.</param>
    /// <param name="most">How many characters of it are kept.</param>
    /// <returns>One line without control characters.</returns>
    public static string Of(string words, int most = int.MaxValue)
    {
        var line = new StringBuilder();
        var kept = words.Length > most ? words.AsSpan(0, most) : words;
        while (Rune.DecodeFromUtf16(kept, out var rune, out var length) is var status && length > 0)
        {
            if (status != System.Buffers.OperationStatus.Done) Escape(line, kept[0]);
            else if (IsVisible(rune)) line.Append(kept[..length]);
            else Escape(line, rune.Value);
            kept = kept[length..];
        }

        return words.Length > most ? line.Append('…').ToString() : line.ToString();
    }

    private static void Escape(StringBuilder line, int code) =>
        line.Append(CultureInfo.InvariantCulture, $"\\u{{{code:x}}}");

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
