using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Iommu;
using IoSpec.Qemu.VirtioIommu;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>The driver of the virtio IOMMU on a faked device, driven by operations as the target drives it.</summary>
internal sealed class ViommuRig
{
    private readonly IommuSession _session;

    /// <summary>Starts the driver.</summary>
    /// <param name="device">The device.</param>
    public ViommuRig(FakeViommu? device = null)
    {
        Device = device ?? new FakeViommu();
        Driver = new VirtioIommuDriver(Device, [Nic, Disk], new Gpa(0x10_6000));
        Driver.Start();
        Device.Log.Clear();
        var own = Driver.Description.With([Describe(Nic), Describe(Disk)], [new(Frames, new PageCount(64))]);
        _session = new IommuSession(Driver, new IommuConfiguration(
            own.Traits, own.Devices, own.Domains, own.Frames, new IommuCache(Sets: 1, Ways: 1)));
    }

    /// <summary>A domain.</summary>
    public static DomainId Blue => ViommuLayout.Domains[0];

    /// <summary>Another one.</summary>
    public static DomainId Red => ViommuLayout.Domains[1];

    /// <summary>An endpoint.</summary>
    public static RequesterId Nic => new(0x28);

    /// <summary>Another one.</summary>
    public static RequesterId Disk => new(0x38);

    /// <summary>Memory.</summary>
    public static Gpa Frames => new(0x4a7d_3000);

    /// <summary>The device.</summary>
    public FakeViommu Device { get; }

    /// <summary>The driver.</summary>
    public VirtioIommuDriver Driver { get; }

    /// <summary>A rig in which both domains exist and nothing is attached.</summary>
    /// <param name="device">The device.</param>
    /// <returns>The rig.</returns>
    public static ViommuRig WithDomains(FakeViommu? device = null)
    {
        var rig = new ViommuRig(device);
        rig.Do(new CreateDomain(Blue));
        rig.Do(new CreateDomain(Red));
        return rig;
    }

    /// <summary>Does operations.</summary>
    /// <param name="operations">The operations.</param>
    /// <returns>What came of the last.</returns>
    public Observation Do(params IReadOnlyList<IommuOperation> operations)
    {
        Observation seen = IommuObservation.Done.Instance;
        foreach (var operation in operations) seen = _session.Do(operation);
        return seen;
    }

    /// <summary>A map of the first domain.</summary>
    /// <param name="at">The first input address.</param>
    /// <param name="pages">How many pages.</param>
    /// <param name="allowed">The rights.</param>
    /// <returns>The operation.</returns>
    public static Map Map(ulong at, ulong pages = 1, Access allowed = Access.ReadWrite) =>
        new(Blue, new Iova(at), Frames, new PageCount(pages), allowed, PageSize.Size4K);

    /// <summary>An unmap of the first domain.</summary>
    /// <param name="at">The first input address.</param>
    /// <param name="pages">How many pages.</param>
    /// <returns>The operation.</returns>
    public static Unmap Unmap(ulong at, ulong pages = 1) => new(Blue, new Iova(at), new PageCount(pages));

    /// <summary>Whole pages.</summary>
    /// <param name="at">The first input address.</param>
    /// <param name="pages">How many.</param>
    /// <returns>The range.</returns>
    public static IovaRange Range(ulong at, ulong pages = 1) =>
        new(new Iova(at), new Iova(at + (pages << Page.Shift) - 1));

    private static IommuDevice Describe(RequesterId requester) => new(
        requester, DmaKinds.Write, new ByteCount(1), new ByteCount(1), new ByteCount(Page.Bytes),
        CrossesPages: true, ShowsReads: false, NeedsDomain: false);
}
