using System.Globalization;

namespace IoSpec.Engine;

/// <summary>A range of versions of a product, by the first dotted number in each.</summary>
/// <param name="From">The first version in the range; null if there is no first.</param>
/// <param name="Before">The first version after the range; null if there is none.</param>
public sealed record VersionRange(string? From, string? Before)
{
    /// <summary>The order of versions; one without a number comes first.</summary>
    public static IComparer<string> Order { get; } =
        Comparer<string>.Create((left, right) => Compare(NumberOf(left), NumberOf(right)));

    /// <summary>Whether a version is in the range; one without a number is in none that has a limit.</summary>
    /// <param name="version">The version.</param>
    /// <returns>True if it is.</returns>
    public bool Contains(string version)
    {
        if (From is null && Before is null) return true;
        var number = NumberOf(version);
        return number.Count > 0
            && (From is null || Compare(number, NumberOf(From)) >= 0)
            && (Before is null || Compare(number, NumberOf(Before)) < 0);
    }

    /// <summary>Whether a text has a number by which versions are ordered.</summary>
    /// <param name="version">The text.</param>
    /// <returns>True if it has.</returns>
    public static bool IsVersion(string version) => NumberOf(version).Count > 0;

    // What follows the first number that is not dotted, such as the name of a distribution, orders nothing.
    private static List<long> NumberOf(string version)
    {
        var start = version.AsSpan().IndexOfAnyInRange('0', '9');
        var parts = new List<long>();
        if (start < 0) return parts;
        foreach (var part in version[start..].Split('.'))
        {
            var digits = part.AsSpan().IndexOfAnyExceptInRange('0', '9');
            var number = digits < 0 ? part : part[..digits];
            if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) break;
            parts.Add(value);
            if (digits >= 0) break;
        }

        return parts;
    }

    private static int Compare(List<long> left, List<long> right)
    {
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            var order = left.ElementAtOrDefault(i).CompareTo(right.ElementAtOrDefault(i));
            if (order != 0) return order;
        }

        return 0;
    }
}
