namespace IoSpec.Contracts;

/// <summary>One requirement broken by one step.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Field">The part of the observation that deviates.</param>
/// <param name="Deviation">How it deviates.</param>
/// <param name="Allowed">What would have been allowed, in words.</param>
/// <param name="Seen">What was seen, in words.</param>
public sealed record Violation(
    Requirement Requirement, string Field, Deviation Deviation, string Allowed, string Seen);
