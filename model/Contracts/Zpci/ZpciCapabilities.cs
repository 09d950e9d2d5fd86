namespace IoSpec.Contracts.Zpci;

/// <summary>A function that is what it is: every configuration for it has these traits.</summary>
/// <param name="Traits">What it is.</param>
/// <param name="Absent">Features read as absent from the function, each with the source of that reading.</param>
/// <param name="Unreachable">Features that the harness cannot drive or see, each with the reason.</param>
public sealed record ZpciCapabilities(
    ZpciTraits Traits, ValueList<MissingZpciFeature> Absent, ValueList<MissingZpciFeature> Unreachable) : Capabilities
{
    /// <summary>Whether a feature is missing, for whatever reason.</summary>
    /// <param name="feature">The feature.</param>
    /// <returns>True if it is.</returns>
    public bool Lacks(ZpciFeatures feature) =>
        Absent.Concat(Unreachable).Any(missing => (missing.Feature & feature) != 0);
}
