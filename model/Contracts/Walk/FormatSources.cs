namespace IoSpec.Contracts.Walk;

/// <summary>Where a format says what every format says.</summary>
/// <param name="Translation">How a valid walk gives an address.</param>
/// <param name="Configuration">The entries of requesters and PASIDs, with their reserved bits.</param>
/// <param name="Requests">Which kinds of request are admitted.</param>
/// <param name="Presence">When a table entry is absent.</param>
/// <param name="Rights">How rights combine.</param>
/// <param name="Reserved">The reserved bits of table entries.</param>
/// <param name="Levels">Which entries a level can have.</param>
/// <param name="Width">The width of an input address.</param>
/// <param name="Output">Which output addresses are possible.</param>
/// <param name="Aborts">What comes of a table that cannot be read.</param>
/// <param name="Invalidation">The commands and what they cover.</param>
/// <param name="Caching">What may be cached at all.</param>
/// <param name="Queue">The queue, its waiting and its errors.</param>
/// <param name="Records">When a fault is recorded.</param>
/// <param name="Fields">The fields of a record.</param>
/// <param name="Codes">The codes of the faults.</param>
/// <param name="Marks">When entries are marked as used and changed.</param>
public sealed record FormatSources(
    Citation Translation,
    Citation Configuration,
    Citation Requests,
    Citation Presence,
    Citation Rights,
    Citation Reserved,
    Citation Levels,
    Citation Width,
    Citation Output,
    Citation Aborts,
    Citation Invalidation,
    Citation Caching,
    Citation Queue,
    Citation Records,
    Citation Fields,
    Citation Codes,
    Citation Marks);
