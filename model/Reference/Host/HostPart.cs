using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Pasids;
using IoSpec.Contracts.Virtio;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Host;

/// <summary>What the parts of a host are, each as its own area describes it.</summary>
public static class HostPart
{
    private static readonly DomainId Kernel = new(1);
    private static readonly DomainId Nested = new(2);
    private static readonly ByteCount One = new(1);
    private static readonly ByteCount Longest = new(1 << 16);

    /// <summary>The domain of a guest's IOMMU for its own devices, or for those of the guest inside it.</summary>
    /// <param name="inner">Whether for the guest inside.</param>
    /// <returns>The domain.</returns>
    public static DomainId Domain(bool inner) => inner ? Nested : Kernel;

    /// <summary>The domain of the host's IOMMU that holds a guest's memory.</summary>
    /// <param name="guest">The guest.</param>
    /// <returns>The domain.</returns>
    public static DomainId DomainOf(GuestId guest) => new(guest.Value + 1);

    /// <summary>By what a device is known to IOMMUs.</summary>
    /// <param name="device">The device.</param>
    /// <returns>The requester id.</returns>
    public static RequesterId Requester(DeviceId device) => new(0x10 + device.Value);

    /// <summary>Who a device is to trackers.</summary>
    /// <param name="device">The device.</param>
    /// <returns>The writer.</returns>
    public static WriterId Writer(DeviceId device) => new(device.Value);

    /// <summary>Who the processors are to trackers.</summary>
    /// <param name="configuration">What holds for the case.</param>
    /// <returns>The writer.</returns>
    public static WriterId Processor(HostConfiguration configuration) => new((uint)configuration.Devices.Count);

    /// <summary>The function by which an ISM device is driven.</summary>
    public static ZpciConfiguration Ism { get; } = new(new ZpciTraits(
        Relaxed: true, IsIsm: true, HasMsix: false, DeviceMio: true, HostMio: true, GuestMio: true, Surfaced: true,
        Honoured: true, OnlyBar2: false, new ByteCount(4096), new ByteCount(1ul << 48), new ByteCount(4096),
        new Iova(1ul << 32), new Iova((1ul << 40) - 1)));

    /// <summary>A function that is migrated by its states.</summary>
    /// <param name="states">The states that it has.</param>
    /// <returns>What the area <c>migration</c> calls it.</returns>
    public static MigrationTraits Function(MigrationFlags states) => new(
        states, TellsPeersApart: true, DetectsTampering: true,
        MigrationFeatures.Handles | MigrationFeatures.EndsApart | MigrationFeatures.Registers
            | MigrationFeatures.PeerWrites | MigrationFeatures.Watching | MigrationFeatures.PreCopyInfo
            | MigrationFeatures.Vectors | MigrationFeatures.FailsOnDemand,
        FunctionWords.Registers, Vectors: 1, new ByteCount(64 + (32 * FunctionWords.Registers)));

    /// <summary>A guest's layer for DMA mappings: its devices share one domain, and are refreshed together.</summary>
    /// <param name="policy">When unmapped addresses come back.</param>
    /// <returns>The configuration of the area <c>dma</c>.</returns>
    public static DmaConfiguration LayerOf(DmaPolicy policy) => new(
        policy, new HypervisorTraits(Shadows: false, null), HostLayout.Aperture,
        new PageCount(HostLayout.AperturePages), Devices: 1, Processors: 2);

    /// <summary>The bounce pool of a guest: its slots are addresses that are handed out.</summary>
    /// <param name="guest">The guest, whose memory is restricted.</param>
    /// <returns>The configuration of the area <c>dma</c>.</returns>
    public static DmaConfiguration PoolOf(GuestShape guest) => new(
        new DmaPolicy.Strict(), new HypervisorTraits(Shadows: false, null), new Iova(HostLayout.Memory.Value),
        new PageCount((ulong)guest.Slots), Devices: 1, Processors: 2);

    /// <summary>Whether a device has a queue at a guest, which takes the device and has memory for it.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="guest">
    /// The guest; one whose memory is restricted takes no device that goes around the platform.
    /// </param>
    /// <returns>False if it has none.</returns>
    public static bool HasQueue(QueueShape queue, GuestShape guest) => QueueWindow.IsThere(guest)
        && (guest.Slots == 0 || (queue.Offered & VirtioFeatures.AccessPlatform) != 0);

    /// <summary>An emulated device with a queue, on the platform of a guest.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="guest">The guest.</param>
    /// <returns>The configuration of the area <c>virtio</c>.</returns>
    public static VirtioConfiguration QueueOf(QueueShape queue, GuestShape guest)
    {
        var mode = guest.Iommu switch
        {
            GuestIommu.None => PlatformMode.None,
            GuestIommu.PassThrough => PlatformMode.PassThrough,
            _ => PlatformMode.Translating,
        };
        return new VirtioConfiguration(mode, RingsIdentity: false, queue.Offered, queue.Size, queue.Device);
    }

    /// <summary>Which function of the host's device with PASIDs a device is.</summary>
    /// <param name="configuration">What holds for the case.</param>
    /// <param name="device">The device.</param>
    /// <returns>The function; null if it is none of them.</returns>
    public static FunctionId? FunctionOf(HostConfiguration configuration, DeviceId device)
    {
        var functions = 0;
        for (var i = 0; i <= (int)device.Value; i++)
        {
            if (configuration.Devices[i].Kind == HostDeviceKind.VirtualFunction) functions++;
        }

        return configuration.Parent is not null
            && configuration.Devices[(int)device.Value].Kind == HostDeviceKind.VirtualFunction
            ? new FunctionId((byte)functions)
            : null;
    }

    /// <summary>The IOMMU that a guest sees.</summary>
    /// <param name="configuration">What holds for the case.</param>
    /// <param name="guest">The guest.</param>
    /// <returns>The configuration of the area <c>iommu</c>.</returns>
    public static IommuConfiguration IommuOf(HostConfiguration configuration, GuestShape guest)
    {
        var frames = new List<FrameRegion> { new(HostLayout.Memory, guest.Pages) };
        for (var i = 0u; i < configuration.Devices.Count; i++)
            frames.Add(new FrameRegion(HostLayout.Bar(new DeviceId(i)), new PageCount(HostLayout.BarPages)));
        return Iommu(configuration, [Kernel, Nested], [.. frames], new FaultReporting(4, FaultMerging.Alike, true));
    }

    /// <summary>The IOMMU that holds the guests apart.</summary>
    /// <param name="configuration">What holds for the case.</param>
    /// <returns>The configuration of the area <c>iommu</c>.</returns>
    public static IommuConfiguration IommuOfHost(HostConfiguration configuration)
    {
        var domains = new List<DomainId>();
        var frames = new List<FrameRegion>();
        for (var side = 0; side < 2; side++)
        {
            for (var i = 0u; i < configuration.Guests.Count; i++)
            {
                if (side == 0) domains.Add(DomainOf(new GuestId(i)));
                frames.Add(new(new Gpa(HostLayout.Frames(new GuestId(i), side).Value), new(HostLayout.MostPages)));
            }

            for (var i = 0u; i < configuration.Devices.Count; i++)
                frames.Add(new(new Gpa(HostLayout.BarFrames(new DeviceId(i), side).Value), new(HostLayout.BarPages)));
        }

        return Iommu(configuration, [.. domains], [.. frames], new FaultReporting(0, FaultMerging.Alike, false));
    }

    /// <summary>The tracker of a guest's memory.</summary>
    /// <param name="configuration">What holds for the case.</param>
    /// <param name="guest">The guest.</param>
    /// <returns>The configuration of the area <c>dirty</c>.</returns>
    public static DirtyConfiguration DirtyOf(HostConfiguration configuration, GuestShape guest)
    {
        var writers = new List<WriterKind>();
        foreach (var device in configuration.Devices)
        {
            writers.Add(device.Kind switch
            {
                HostDeviceKind.VirtualFunction when guest.Dialect == DirtyDialect.DeviceLog => WriterKind.OwnLog,
                HostDeviceKind.VirtualFunction or HostDeviceKind.Ism => WriterKind.Iommu,
                _ => WriterKind.Emulated,
            });
        }

        writers.Add(WriterKind.Processor);
        var traits = new DirtyTraits(
            guest.Granule, ReportSizes: 1, SecondStart.Keeps, RefusesWhenOff: true, WindowRule.WholeMappings,
            OutlivesMapping: true, StartsDirty: false, DirtyFeatures.None, new PageCount(HostLayout.MostPages));
        return new DirtyConfiguration(guest.Dialect, traits, [.. writers]);
    }

    private static IommuConfiguration Iommu(
        HostConfiguration configuration, ValueList<DomainId> domains, ValueList<FrameRegion> frames,
        FaultReporting faults)
    {
        var devices = new List<IommuDevice>();
        for (var i = 0u; i < configuration.Devices.Count; i++)
        {
            devices.Add(new IommuDevice(
                Requester(new DeviceId(i)), DmaKinds.Read | DmaKinds.Write, One, One, Longest, CrossesPages: true,
                ShowsReads: true, NeedsDomain: false));
        }

        var traits = new IommuTraits(
            AddressWidth: 39, LeafSizes.Size4K, SyncRule.None, SyncRule.Required, NegativeCaching: false,
            InvalidationScopes.Everything | InvalidationScopes.Domain | InvalidationScopes.Pages
                | InvalidationScopes.Requester,
            OverlapRule.Reject, PartialUnmapRule.Split, WriteImpliesRead: false, TableRights: false,
            OverInvalidation.Free, IommuFeatures.None, faults, MostDomains: 4, MostMappings: 256, Reserved: []);
        return new IommuConfiguration(traits, [.. devices], domains, frames, configuration.Cache);
    }
}
