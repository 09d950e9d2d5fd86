namespace IoSpec.Contracts.Walk;

/// <summary>Where a format says what it does with interrupt messages.</summary>
/// <param name="Delivery">As what a message is delivered.</param>
/// <param name="Presence">When the entry of a message is absent.</param>
/// <param name="Reserved">The reserved bits of such an entry.</param>
/// <param name="Origin">Which requesters an entry admits; null where each has entries of its own.</param>
/// <param name="Compatible">When messages pass that name no entry; null where all name one.</param>
/// <param name="Invalidation">The commands and what they cover.</param>
public sealed record InterruptSources(
    Citation Delivery,
    Citation Presence,
    Citation Reserved,
    Citation? Origin,
    Citation? Compatible,
    Citation Invalidation);
