namespace IoSpec.Engine;

/// <summary>Draws that became no operation of a case.</summary>
/// <param name="Avoided">They had lost the target too often.</param>
/// <param name="Discarded">They made no sense, or were left out.</param>
/// <param name="Stuck">How often none of several draws in a row became one, and a step was given up.</param>
internal readonly record struct DrawCount(ulong Avoided, ulong Discarded, ulong Stuck)
{
    public static DrawCount operator +(DrawCount one, DrawCount other) =>
        new(one.Avoided + other.Avoided, one.Discarded + other.Discarded, one.Stuck + other.Stuck);

    public static DrawCount operator -(DrawCount one, DrawCount other) =>
        new(one.Avoided - other.Avoided, one.Discarded - other.Discarded, one.Stuck - other.Stuck);
}
