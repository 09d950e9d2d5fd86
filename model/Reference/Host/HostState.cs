using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Pasids;
using IoSpec.Contracts.Virtio;
using IoSpec.Contracts.Zpci;
using IoSpec.Reference.Pasids;

namespace IoSpec.Reference.Host;

/// <summary>What is known of a host in the middle of a case.</summary>
public sealed class HostState
{
    private readonly GuestState[] _guests;
    private readonly DeviceState[] _devices;

    /// <summary>The state at the start.</summary>
    /// <param name="configuration">What holds for the case.</param>
    public HostState(HostConfiguration configuration)
    {
        Configuration = configuration;
        _guests = new GuestState[configuration.Guests.Count];
        _devices = new DeviceState[configuration.Devices.Count];
        for (var i = 0; i < _guests.Length; i++) _guests[i] = new GuestState(configuration, new GuestId((uint)i));
        for (var i = 0; i < _devices.Length; i++)
            _devices[i] = new DeviceState(new DeviceId((uint)i), configuration.Devices[i]);
        if (configuration.Parent is { } parent) Parent = new PlatformState(parent, PasidRules.Standard);
        HostStart.Do(this);
    }

    /// <summary>What holds for the case.</summary>
    public HostConfiguration Configuration { get; }

    /// <summary>What is known of the device whose functions the guests have; null if nobody looks at PASIDs.</summary>
    public PlatformState? Parent { get; }

    /// <summary>The guests.</summary>
    public ReadOnlySpan<GuestState> Guests => _guests;

    /// <summary>The devices.</summary>
    public ReadOnlySpan<DeviceState> Devices => _devices;

    /// <summary>How many steps were done.</summary>
    public int Step { get; private set; }

    /// <summary>A step was done; the layers for DMA mappings and the pools count those of the host.</summary>
    public void Advance()
    {
        Step++;
        foreach (var guest in _guests)
        {
            if (guest.Layer is { } layer) layer.Step = Step;
            if (guest.Pool is { } pool) pool.Step = Step;
        }
    }

    /// <summary>Takes what the judge of the area <c>iommu</c> says.</summary>
    public PartBench IommuBench { get; } = new(IommuRequirements.Table, IommuCoverpoints.Table);

    /// <summary>Takes what the judge of the area <c>dirty</c> says.</summary>
    public PartBench DirtyBench { get; } = new(DirtyRequirements.Table, DirtyCoverpoints.Table);

    /// <summary>Takes what the judge of the area <c>dma</c> says.</summary>
    public PartBench DmaBench { get; } = new(DmaRequirements.Table, DmaCoverpoints.Table);

    /// <summary>Takes what the judge of functions of the area <c>migration</c> says.</summary>
    public PartBench FunctionBench { get; } = new(MigrationRequirements.Table, MigrationCoverpoints.Table);

    /// <summary>Takes what the judge of groups of the area <c>migration</c> says.</summary>
    public PartBench GroupBench { get; } = new(MigrationRequirements.Table, MigrationCoverpoints.Table);

    /// <summary>Takes what the judge of the area <c>pasid</c> says.</summary>
    public PartBench PasidBench { get; } = new(PasidRequirements.Table, PasidCoverpoints.Table);

    /// <summary>Takes what the judge of the area <c>virtio</c> says.</summary>
    public PartBench VirtioBench { get; } = new(VirtioRequirements.Table, VirtioCoverpoints.Table);

    /// <summary>Takes what the judge of the area <c>zpci</c> says.</summary>
    public PartBench ZpciBench { get; } = new(ZpciRequirements.Table, ZpciCoverpoints.Table);

    /// <summary>A guest.</summary>
    /// <param name="id">Its id, which exists.</param>
    /// <returns>The guest.</returns>
    public GuestState Guest(GuestId id) => _guests[id.Value];

    /// <summary>A device.</summary>
    /// <param name="id">Its id, which exists.</param>
    /// <returns>The device.</returns>
    public DeviceState Device(DeviceId id) => _devices[id.Value];

    /// <summary>The device that is a function of the parent, or null.</summary>
    /// <param name="function">The function.</param>
    /// <returns>The device.</returns>
    public DeviceState? DeviceOf(FunctionId function) =>
        Array.Find(_devices, device => HostPart.FunctionOf(Configuration, device.Id) == function);

    /// <summary>The guest that a device belongs to, or null.</summary>
    /// <param name="device">The device.</param>
    /// <returns>The guest.</returns>
    public GuestState? OwnerOf(DeviceState device) => device.Owner is { } owner ? Guest(owner) : null;

    /// <summary>Whether a guest translates for a device.</summary>
    /// <param name="device">The device.</param>
    /// <returns>False if its addresses are the guest's physical ones.</returns>
    public bool IsTranslated(DeviceState device) =>
        OwnerOf(device) is { Iommu: not null } && device.Kind != HostDeviceKind.Bypassing;
}
