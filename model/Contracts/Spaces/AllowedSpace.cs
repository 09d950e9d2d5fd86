namespace IoSpec.Contracts;

/// <summary>One sort of address that an observer may see in a channel.</summary>
/// <param name="Observer">Who sees it.</param>
/// <param name="Channel">Through what.</param>
/// <param name="Level">Whose space it belongs to, as in <see cref="Space"/>.</param>
/// <param name="Kind">What it is meant for.</param>
/// <param name="Why">Why, in one sentence.</param>
/// <param name="Source">Specification and section, or file and name; several separated by semicolons.</param>
public sealed record AllowedSpace(
    Observer Observer, Channel Channel, int Level, AddressKind Kind, string Why, string Source);
