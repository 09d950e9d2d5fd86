namespace IoSpec.Contracts.Pasids;

/// <summary>A device that is what it is: every case has one of its configurations.</summary>
/// <param name="Devices">The devices that the target has, of which a case has one.</param>
/// <param name="Absent">Features read as absent from the implementation, each with the source of that reading.</param>
/// <param name="Unreachable">Features that the harness cannot drive or see, each with the reason.</param>
public sealed record PasidCapabilities(
    ValueList<PasidConfiguration> Devices,
    ValueList<MissingPasidFeature> Absent,
    ValueList<MissingPasidFeature> Unreachable) : Capabilities;
