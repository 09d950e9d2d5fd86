namespace IoSpec.Contracts.Migration;

/// <summary>A target that is what it is: every configuration for it has these traits.</summary>
/// <param name="Traits">What it is.</param>
/// <param name="Absent">Features read as absent from the implementation, each with the source of that reading.</param>
/// <param name="Unreachable">Features that the harness cannot drive or see, each with the reason.</param>
/// <param name="Region">
/// What it is in the first version of the interface, if it has that one; its other traits are not looked at then.
/// </param>
public sealed record MigrationCapabilities(
    MigrationTraits Traits,
    ValueList<MissingMigrationFeature> Absent,
    ValueList<MissingMigrationFeature> Unreachable,
    RegionTraits? Region = null) : Capabilities;
