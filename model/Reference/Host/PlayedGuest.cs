using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Host;

/// <summary>A guest of a host that is played.</summary>
/// <param name="id">The guest.</param>
/// <param name="shape">What it is.</param>
/// <param name="iommu">What plays its IOMMU, or null.</param>
/// <param name="tracker">What tracks its memory.</param>
public sealed class PlayedGuest(
    GuestId id, GuestShape shape, ITarget<IommuConfiguration, IommuOperation>? iommu,
    ITarget<DirtyConfiguration, DirtyOperation> tracker)
{
    /// <summary>The guest.</summary>
    public GuestId Id => id;

    /// <summary>What it is.</summary>
    public GuestShape Shape => shape;

    /// <summary>What plays its IOMMU; null if none translates.</summary>
    public ITarget<IommuConfiguration, IommuOperation>? Iommu => iommu;

    /// <summary>What tracks its memory.</summary>
    public ITarget<DirtyConfiguration, DirtyOperation> Tracker => tracker;

    /// <summary>In which host it is.</summary>
    public int Side { get; set; }

    /// <summary>How often it has moved.</summary>
    public int Moves { get; set; }

    /// <summary>Whether it is being migrated.</summary>
    public bool IsMigrating { get; set; }

    /// <summary>What has been copied to the other host: the writer of each page.</summary>
    public int[] Staged { get; } = new int[shape.Pages.Value];
}
