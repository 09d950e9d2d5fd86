namespace IoSpec.Engine;

/// <summary>That a failure must not be shown.</summary>
/// <param name="Waiver">The id of the waiver that withholds it; null if none knows it.</param>
public sealed record Withheld(string? Waiver);
