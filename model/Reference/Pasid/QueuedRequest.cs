using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>A page request in the queue of the IOMMU.</summary>
/// <param name="Request">The request.</param>
/// <param name="MayBeGone">Whether its function was reset or detached since: it may have been taken out.</param>
public readonly record struct QueuedRequest(TakenRequest Request, bool MayBeGone);
