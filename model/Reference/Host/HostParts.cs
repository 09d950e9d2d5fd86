using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Pasids;
using IoSpec.Contracts.Virtio;
using IoSpec.Contracts.Zpci;
using IoSpec.Reference.Dirty;
using IoSpec.Reference.Dma;
using IoSpec.Reference.Iommu;
using IoSpec.Reference.Iommu.NotArchitectural;
using IoSpec.Reference.Migration;
using IoSpec.Reference.Pasids;
using IoSpec.Reference.Virtio;
using IoSpec.Reference.Zpci;

namespace IoSpec.Reference.Host;

/// <summary>What plays the parts of a host: targets of other areas.</summary>
/// <param name="Iommu">Makes a target of the area <c>iommu</c>.</param>
/// <param name="Dirty">Makes a target of the area <c>dirty</c>.</param>
/// <param name="Dma">Makes a target of the area <c>dma</c>.</param>
/// <param name="Migration">Makes a target of the area <c>migration</c>.</param>
/// <param name="Pasid">Makes a target of the area <c>pasid</c>.</param>
/// <param name="Virtio">Makes a target of the area <c>virtio</c>.</param>
/// <param name="Zpci">Makes a target of the area <c>zpci</c>.</param>
public sealed record HostParts(
    Func<ITarget<IommuConfiguration, IommuOperation>> Iommu,
    Func<ITarget<DirtyConfiguration, DirtyOperation>> Dirty,
    Func<ITarget<DmaConfiguration, DmaOperation>> Dma,
    Func<ITarget<MigrationConfiguration, MigrationOperation>> Migration,
    Func<ITarget<PasidConfiguration, PasidOperation>> Pasid,
    Func<ITarget<VirtioConfiguration, VirtioOperation>> Virtio,
    Func<ITarget<ZpciConfiguration, ZpciOperation>> Zpci)
{
    /// <summary>The references of all areas.</summary>
    public static HostParts Reference { get; } = new(
        () => new IommuReference(IommuRules.Standard, VersionChoice.Now),
        () => new DirtyReference(TrackerRules.Standard),
        () => new DmaReference(DmaRules.Standard),
        () => new MigrationReference(MigrationRules.Standard, GroupRules.Standard),
        () => new PasidReference(PasidRules.Standard),
        () => new VirtioReference(VirtioRules.Standard),
        () => new ZpciReference(ZpciRules.Standard));
}
