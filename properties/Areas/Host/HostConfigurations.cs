using FsCheck;
using FsCheck.Fluent;
using IoSpec.Areas.Pasids;
using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Pasids;
using IoSpec.Contracts.Virtio;
using IoSpec.Reference.Host;

namespace IoSpec.Areas.Host;

/// <summary>Configurations of the area <c>host</c>: whole hosts, which grow with the size of the case.</summary>
public static class HostConfigurations
{
    private static readonly ulong[] SmallMemories = [1, 2, 3, 5, 16, 24];

    // The marks of some fill a word of a log, or go one beyond.
    private static readonly ulong[] Memories = [1, 2, 3, 5, 8, 16, 1, 2, 24, 32, 63, 64, 65, 80];

    /// <summary>Every sort of host.</summary>
    public static Gen<HostConfiguration> Any { get; } = Gen.Sized(Of);

    private static Gen<HostConfiguration> Of(int size) =>
        from guests in Gen.Choose(1, size < 20 ? 1 : size < 60 ? 2 : 3)
        from shapes in Gen.ListOf(Guest(size), guests)
        from devices in Gen.Choose(1, size < 20 ? 2 : size < 60 ? 4 : 6)
        from kinds in Gen.ListOf(Kind, devices)
        from states in Gen.ListOf(States, devices)
        from queues in Gen.ListOf(Queue, devices)
        from owners in Gen.ListOf(Gen.Choose(-1, (2 * guests) - 1), devices)
        from room in Gen.Elements(false, true)
        from cache in Caches
        from parent in Gen.Frequency(
            (1, Gen.Constant<PasidConfiguration?>(null)),
            (1, Parent(kinds.Count(kind => kind == HostDeviceKind.VirtualFunction))))
        let owned = Devices([.. kinds], [.. states], [.. queues], [.. owners], guests)
        select Of(room ? WithRoom([.. shapes], owned) : [.. shapes], owned, cache, parent);

    // Guests have memory for the queues of their devices.
    private static ValueList<GuestShape> WithRoom(GuestShape[] guests, ValueList<DeviceShape> devices) =>
    [
        .. guests.Select((guest, i) => !QueueWindow.IsThere(guest)
            && devices.Any(device => device is { Queue: not null, Owner.Value: var owner } && owner == i)
            ? guest with { Pages = new PageCount(guest.Pages.Value + VirtioLayout.Pages) }
            : guest),
    ];

    private static Gen<PasidConfiguration?> Parent(int virtualFunctions) =>
        from parent in PasidConfigurations.Of(virtualFunctions)
        select (PasidConfiguration?)parent;

    // Virtual functions with PASIDs are assigned by steps, so that it is seen what their guests find.
    private static HostConfiguration Of(
        ValueList<GuestShape> guests, ValueList<DeviceShape> devices, IommuCache cache, PasidConfiguration? parent) =>
        parent is null || !devices.Any(device => device.Kind == HostDeviceKind.VirtualFunction)
            ? new HostConfiguration(guests, devices, cache, null)
            : new HostConfiguration(
                guests,
                [
                    .. devices.Select(device => device.Kind == HostDeviceKind.VirtualFunction
                        ? device with { Owner = null }
                        : device),
                ],
                cache, parent);

    // One of several devices belongs to nobody; the first guest has the most of them.
    private static ValueList<DeviceShape> Devices(
        HostDeviceKind[] kinds, MigrationFlags[] states, QueueShape[] queues, int[] owners, int guests) =>
    [
        .. kinds.Select((kind, i) => new DeviceShape(
            kind, owners[i] < 0 ? null : new GuestId((uint)(owners[i] < guests ? owners[i] : 0)),
            kind == HostDeviceKind.VirtualFunction ? states[i] : MigrationFlags.None,
            kind switch
            {
                HostDeviceKind.Honoring => queues[i] with
                {
                    Offered = queues[i].Offered | VirtioFeatures.AccessPlatform,
                },
                HostDeviceKind.Bypassing => queues[i],
                _ => null,
            })),
    ];

    private static Gen<QueueShape> Queue { get; } =
        from packed in Gen.Elements(VirtioFeatures.None, VirtioFeatures.None, VirtioFeatures.RingPacked)
        from tables in Gen.Elements(VirtioFeatures.None, VirtioFeatures.IndirectDescriptors)
        from others in Gen.Elements(VirtioFeatures.None, VirtioFeatures.RingReset, VirtioFeatures.EventIndex)
        from size in Gen.Elements(1, 2, 4, 8)
        from device in Gen.Elements(VirtioDevice.Source, VirtioDevice.Source, VirtioDevice.Disk)
        from isStepwise in Gen.Elements(false, false, true)
        select new QueueShape(VirtioFeatures.Version1 | packed | tables | others, size, device, isStepwise);

    // Of several functions each is to have the states in which it leaves the others alone.
    private static Gen<MigrationFlags> States { get; } = Gen.Elements(
        MigrationFlags.None, MigrationFlags.None, MigrationFlags.None, MigrationFlags.StopCopy,
        MigrationFlags.StopCopy | MigrationFlags.P2P,
        MigrationFlags.StopCopy | MigrationFlags.P2P,
        MigrationFlags.StopCopy | MigrationFlags.P2P | MigrationFlags.PreCopy,
        MigrationFlags.StopCopy | MigrationFlags.P2P | MigrationFlags.PreCopy);

    private static Gen<HostDeviceKind> Kind { get; } = Gen.Elements(
        HostDeviceKind.VirtualFunction, HostDeviceKind.VirtualFunction, HostDeviceKind.VirtualFunction,
        HostDeviceKind.Honoring, HostDeviceKind.Bypassing, HostDeviceKind.Ism);

    private static Gen<GuestShape> Guest(int size) =>
        from iommu in Gen.Elements<(GuestIommu, bool)>(
            (GuestIommu.None, false), (GuestIommu.PassThrough, false), (GuestIommu.Translating, false),
            (GuestIommu.Translating, true), (GuestIommu.Translating, true))
        from pages in Gen.Elements(size < 40 ? SmallMemories : Memories)
        from dialect in Gen.Elements(Enum.GetValues<DirtyDialect>())
        from granule in Gen.Elements(0, 0, 0, 1)
        from layer in Layer
        from slots in Gen.Elements(0, 0, 0, 1, 2, 4)
        let translating = iommu.Item1 == GuestIommu.Translating ? layer : null
        select new GuestShape(
            iommu.Item1, iommu.Item2, new PageCount(pages), dialect, granule,
            translating, translating is null && (ulong)slots < pages ? slots : 0);

    private static Gen<DmaPolicy?> Layer { get; } = Gen.Elements<DmaPolicy?>(
        null, null, null, null, new DmaPolicy.Strict(), Lazy(1, false), Lazy(3, false), Lazy(5, true));

    private static DmaPolicy.Lazy Lazy(int entries, bool perProcessor) =>
        new(entries, new Duration(10_000_000), perProcessor);

    private static Gen<IommuCache> Caches =>
        from sets in Gen.Elements(1, 2, 4)
        from ways in Gen.Elements(1, 2, 4)
        select new IommuCache(sets, ways);
}
