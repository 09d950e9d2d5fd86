namespace IoSpec.Contracts.Dirty;

/// <summary>A tracker that is what it is: every configuration for it has these traits and writers.</summary>
/// <param name="Dialect">By which interface it is asked.</param>
/// <param name="Traits">What it is.</param>
/// <param name="Writers">Who writes.</param>
/// <param name="Absent">Features read as absent from the implementation, each with the source of that reading.</param>
/// <param name="Unreachable">Features that the harness cannot drive or see, each with the reason.</param>
public sealed record DirtyCapabilities(
    DirtyDialect Dialect,
    DirtyTraits Traits,
    ValueList<WriterKind> Writers,
    ValueList<MissingDirtyFeature> Absent,
    ValueList<MissingDirtyFeature> Unreachable) : Capabilities;
