using System.Text;

namespace IoSpec.Tool.CommandLine;

/// <summary>Words as a part of a file's name.</summary>
internal static class FileWords
{
    private const int Most = 120;

    /// <summary>The words in small letters, digits, dots and dashes.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '.') slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString(0, Math.Min(slug.Length, Most)).Trim('-', '.');
    }
}
