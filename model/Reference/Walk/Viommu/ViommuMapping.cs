using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>A mapping of a domain, which is made and removed as a whole.</summary>
/// <param name="domain">The domain.</param>
/// <param name="range">The input addresses.</param>
/// <param name="to">The first output address.</param>
/// <param name="flags">VIRTIO_IOMMU_MAP_F_*.</param>
/// <param name="born">The moment from which it counts.</param>
public sealed class ViommuMapping(DomainId domain, IovaRange range, Gpa to, uint flags, long born)
{
    /// <summary>The bit that marks a page as mapped, beside the flags of its mapping.</summary>
    public const int Present = 3;

    /// <summary>The domain.</summary>
    public DomainId Domain => domain;

    /// <summary>The input addresses.</summary>
    public IovaRange Range => range;

    /// <summary>The moment from which it counts.</summary>
    public long Born => born;

    /// <summary>The moment at which it was removed; null while it is there.</summary>
    public long? Died { get; set; }

    /// <summary>Whether nobody knows what it is: the device did what it should have refused.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>Whether a removal that would have split a mapping has spared it; or should have.</summary>
    public bool IsSpared { get; set; }

    /// <summary>What a page of it holds.</summary>
    /// <param name="at">An address in the page.</param>
    /// <returns>Where it leads, with the flags in 2:0 and 3 set.</returns>
    public Word WordOf(Iova at) => new(
        to.Plus(at.PageStart().Value - range.First.Value).Value | flags | (1ul << Present));
}
