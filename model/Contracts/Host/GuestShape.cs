using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Dma;

namespace IoSpec.Contracts.Host;

/// <summary>What a guest is.</summary>
/// <param name="Iommu">What stands before its physical addresses.</param>
/// <param name="Nested">Whether it has a guest itself, to which it can give devices; only with an IOMMU.</param>
/// <param name="Pages">How much memory it has: 1 to 80 pages.</param>
/// <param name="Dialect">By which interface the pages that it writes are tracked.</param>
/// <param name="Granule">The pages that are marked together, as a power of two: 0 to 4.</param>
/// <param name="Layer">
/// When addresses come back that its layer for DMA mappings has taken back, only with an IOMMU that translates; null if
/// it has none and maps for its own devices as it likes.
/// </param>
/// <param name="Slots">
/// How many of its first pages are the slots of a bounce pool, 0 to 8, only without a layer: the rest of its memory is
/// its own, but for that of queues, and no device reaches it. 0 if its memory is not restricted.
/// </param>
public readonly record struct GuestShape(
    GuestIommu Iommu, bool Nested, PageCount Pages, DirtyDialect Dialect, int Granule, DmaPolicy? Layer, int Slots);
