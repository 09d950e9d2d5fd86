using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>What may be answered to a request, and what it changes.</summary>
/// <param name="Request">The request.</param>
/// <param name="What">What about it decides that, in a word or two.</param>
/// <param name="Decides">The requirement that says so; null where every answer is allowed.</param>
/// <param name="Statuses">The statuses that are allowed, at first the one that is most likely.</param>
/// <param name="Change">What it changes.</param>
public sealed record ViommuTerms(
    ViommuBytes Request, string What, Requirement? Decides, ValueList<int> Statuses, ViommuChange Change)
{
    /// <summary>
    /// What decides about a PROBE with less room than properties need: where its status is, is not told.
    /// </summary>
    public const string NoTail = "probe-room";
}
