using System.Text.RegularExpressions;

namespace IoSpec.Tests.Support;

/// <summary>Patterns over source text; a line begins and ends at a line feed, and only named groups are kept.</summary>
internal static class Pattern
{
    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The pattern.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>The pattern.</returns>
    public static Regex Of(string text) => new(text, Options, Patience);

    /// <summary>What the group <c>found</c> of each match holds.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">Where to look.</param>
    /// <returns>The texts in order, each as often as it is found.</returns>
    public static IEnumerable<string> All(this Regex pattern, string text) =>
        pattern.Matches(text).Select(match => match.Groups["found"].Value);
}
