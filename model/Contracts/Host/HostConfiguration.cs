using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Pasids;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Contracts.Host;

/// <summary>A whole host: its guests and the devices that they share.</summary>
/// <param name="Guests">The guests, 1 to 3.</param>
/// <param name="Devices">The devices, 1 to 6.</param>
/// <param name="Cache">The size of the IOMMUs' caches, which no specification prescribes.</param>
/// <param name="Parent">
/// The device whose virtual functions the host's are, in their order; null if nobody looks at PASIDs. It has at least
/// as many, and they belong to nobody at the start.
/// </param>
public sealed record HostConfiguration(
    ValueList<GuestShape> Guests, ValueList<DeviceShape> Devices, IommuCache Cache,
    PasidConfiguration? Parent) : Configuration
{
    /// <summary>What makes the configuration impossible.</summary>
    /// <returns>The problem in one line, or null.</returns>
    public string? Problem()
    {
        if (Guests.Count is 0 or > 3) return "the guests are not from 1 to 3";
        if (Devices.Count is 0 or > 6) return "the devices are not from 1 to 6";
        if (Cache.Sets is < 1 or > 64 || Cache.Ways is < 1 or > 16 || !int.IsPow2(Cache.Sets))
            return "the cache is not of a possible size";
        foreach (var guest in Guests.AsSpan())
        {
            if (guest.Pages.Value is 0 or > HostLayout.MostPages) return "the memory of a guest is not 1 to 80 pages";
            if (guest.Granule is < 0 or > 4) return "a granule is not from 0 to 4";
            if (guest.Nested && guest.Iommu != GuestIommu.Translating) return "a nested guest needs an IOMMU";
            if (guest.Layer is not null && guest.Iommu != GuestIommu.Translating)
                return "a layer for DMA mappings needs an IOMMU";
            if (guest.Slots is < 0 or > 8 || (ulong)guest.Slots >= guest.Pages.Value)
                return "the slots are not from 0 to 8, or no memory is left";
            if (guest.Slots > 0 && guest.Layer is not null) return "a bounce pool and a layer for DMA mappings";
            if (guest.Layer is DmaPolicy.Lazy { Entries: < 1 or > 64 }) return "the entries are not from 1 to 64";
        }

        foreach (var device in Devices.AsSpan())
        {
            if (device.Owner is { } owner && owner.Value >= Guests.Count) return "a device belongs to no guest";
            if (Parent is not null && device is { Kind: HostDeviceKind.VirtualFunction, Owner: not null })
                return "a virtual function with PASIDs belongs to somebody at the start";
            if (device.Queue is { } queue && ProblemOf(device.Kind, queue) is { } problem) return problem;
            if (device.States == MigrationFlags.None) continue;
            if (device.Kind != HostDeviceKind.VirtualFunction)
                return "only a virtual function has states of a migration";
            if ((device.States & MigrationFlags.StopCopy) == 0) return "the states of STOP_COPY are missing";
        }

        return Parent is { } parent ? ProblemOf(parent) : null;
    }

    private string? ProblemOf(PasidConfiguration parent)
    {
        var functions = 1;
        foreach (var device in Devices.AsSpan())
        {
            if (device.Kind == HostDeviceKind.VirtualFunction) functions++;
        }

        if (parent.Functions.Count < functions) return "the parent has too few functions";
        const PasidFeatures Needed = PasidFeatures.Assign | PasidFeatures.Reset | PasidFeatures.Requests;
        if ((parent.Features & Needed) != Needed)
            return "functions of the parent are not assigned, reset, or seen to send requests";
        if (parent.Device.Length > 0) return "the parent is a device of one target";
        return parent.Problem();
    }

    private static string? ProblemOf(HostDeviceKind kind, QueueShape queue)
    {
        if (kind is not (HostDeviceKind.Honoring or HostDeviceKind.Bypassing))
            return "only an emulated device has a queue";
        if ((queue.Offered & VirtioFeatures.AccessPlatform) != 0 != (kind == HostDeviceKind.Honoring))
            return "a device offers the platform's addresses, or goes around them";
        return new VirtioConfiguration(PlatformMode.None, false, queue.Offered, queue.Size, queue.Device)
            .Problem();
    }
}
