namespace IoSpec.Engine;

/// <summary>Which part of an area's generator brings about some of its coverpoints.</summary>
/// <param name="Prefix">How their names begin, up to a slash; the longest prefix that fits counts.</param>
/// <param name="Draw">The class of the generator, in the folder of the area.</param>
public sealed record Knob(string Prefix, string Draw)
{
    /// <summary>The class that brings about a coverpoint.</summary>
    /// <param name="knobs">The knobs of its area.</param>
    /// <param name="point">The name of the coverpoint.</param>
    /// <returns>The class; null if no knob fits.</returns>
    public static string? Of(IReadOnlyList<Knob> knobs, string point) => knobs
        .Where(knob => point == knob.Prefix || point.StartsWith(knob.Prefix + "/", StringComparison.Ordinal))
        .MaxBy(knob => knob.Prefix.Length)?.Draw;
}
