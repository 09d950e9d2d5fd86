namespace IoSpec.Contracts;

/// <summary>What makes two failures the same: shrinking keeps it, deduplication and waivers match it.</summary>
/// <param name="Requirement">The id of the requirement.</param>
/// <param name="Field">The deviating field.</param>
/// <param name="Operation">The kind of the deviating operation.</param>
/// <param name="Deviation">How it deviates.</param>
public readonly record struct Signature(string Requirement, string Field, string Operation, Deviation Deviation)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Requirement}/{Field}/{Operation}/{Deviation.ToString().ToLowerInvariant()}";
}
