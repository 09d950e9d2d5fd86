using System.Globalization;

namespace IoSpec.Engine;

/// <summary>Numbers as text, the same on every machine.</summary>
public static class NumberText
{
    /// <summary>The number in decimal digits.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The text.</returns>
    public static string ToText(this long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number in decimal digits.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The text.</returns>
    public static string ToText(this int number) => number.ToString(CultureInfo.InvariantCulture);
}
