using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Areas.Virtio;

/// <summary>Configurations of the area <c>virtio</c>: every platform, with what a device may offer.</summary>
public static class VirtioConfigurations
{
    /// <summary>The configurations for a target.</summary>
    /// <param name="own">What the target is; null if it can be anything.</param>
    /// <returns>The generator.</returns>
    public static Gen<VirtioConfiguration> For(VirtioCapabilities? own) =>
        own is null ? All : Gen.Elements<VirtioConfiguration>([.. own.Configurations]);

    private static Gen<VirtioConfiguration> All { get; } =
        from mode in Gen.Elements(
            PlatformMode.None, PlatformMode.Off, PlatformMode.PassThrough, PlatformMode.Identity,
            PlatformMode.Translating, PlatformMode.Translating, PlatformMode.Translating)
        from rings in Gen.Elements(false, true)
        from platform in Gen.Elements(VirtioFeatures.None, VirtioFeatures.AccessPlatform)
        from tables in Gen.Elements(VirtioFeatures.None, VirtioFeatures.IndirectDescriptors)
        from reset in Gen.Elements(VirtioFeatures.None, VirtioFeatures.RingReset)
        from device in Gen.Elements(VirtioDevice.Source, VirtioDevice.Source, VirtioDevice.Disk)
        from packed in Gen.Elements(VirtioFeatures.None, VirtioFeatures.RingPacked)
        from events in Gen.Elements(VirtioFeatures.None, VirtioFeatures.EventIndex)
        from size in packed == VirtioFeatures.None
            ? Gen.Elements(1, 2, 4, 4, 8, 32)
            : Gen.Elements(1, 2, 3, 4, 4, 5, 7, 8, 32)
        from isLegacy in Gen.Elements(false, false, false, false, false, false, false, true)
        from records in Gen.Elements(true, true, true, true, false)
        from status in Gen.Elements(true, true, true, true, true, true, true, false)
        select new VirtioConfiguration(
            mode, rings,
            isLegacy ? tables | events : VirtioFeatures.Version1 | platform | tables | reset | packed | events,
            isLegacy ? 1 << int.Log2(size) : size, device, records, status);
}
