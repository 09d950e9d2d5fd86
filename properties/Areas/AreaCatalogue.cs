using IoSpec.Areas.Dirty;
using IoSpec.Areas.Dma;
using IoSpec.Areas.Host;
using IoSpec.Areas.Iommu;
using IoSpec.Areas.Migration;
using IoSpec.Areas.Pasids;
using IoSpec.Areas.Virtio;
using IoSpec.Areas.Walk;
using IoSpec.Areas.Zpci;
using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Areas;

/// <summary>All areas, by their ids.</summary>
public static class AreaCatalogue
{
    /// <summary>The areas, sorted by id.</summary>
    public static IReadOnlyList<Area> All { get; } =
    [
        new DirtyArea(),
        new DmaArea(),
        new HostArea(),
        new IommuArea(),
        new MigrationArea(),
        new PasidArea(),
        new VirtioArea(),
        new WalkArea(),
        new ZpciArea(),
    ];

    /// <summary>All requirements, in the order of the areas and their tables.</summary>
    public static IEnumerable<Requirement> Requirements => All.SelectMany(area => area.Requirements.All);

    /// <summary>The area with an id, or null.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The area.</returns>
    public static Area? Find(string id) => All.FirstOrDefault(area => area.Id == id);

    /// <summary>The requirement with an id, or null.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The requirement.</returns>
    public static Requirement? FindRequirement(string id) => Requirements.FirstOrDefault(r => r.Id == id);
}
