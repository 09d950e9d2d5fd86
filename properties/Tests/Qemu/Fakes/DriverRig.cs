using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Iommu;
using IoSpec.Qemu.Vtd;
using IoSpec.Tests.Support;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>The driver on a faked unit, driven by operations as the target drives it.</summary>
internal sealed class DriverRig
{
    private static readonly IovaRange InterruptRange = new(new Iova(0xfee0_0000), new Iova(0xfeef_ffff));

    private readonly IommuSession _session;

    /// <summary>Starts the driver.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="queued">Whether to invalidate by the queue.</param>
    public DriverRig(FakeUnit unit, bool queued = true)
    {
        Unit = unit;
        Driver = new VtdDriver(unit, queued, [0, 2, 0x82]);
        Driver.Start();
        unit.Log.Clear();
        _session = new IommuSession(Driver, Configure(Driver.Capability));
    }

    /// <summary>A domain of the driver's.</summary>
    public static DomainId Blue => VtdLayout.Domains[0];

    /// <summary>Another one.</summary>
    public static DomainId Red => VtdLayout.Domains[1];

    /// <summary>A function on bus 0.</summary>
    public static RequesterId Nic => new(0x28);

    /// <summary>What a bridge makes of requests on bus 2.</summary>
    public static RequesterId Bridge => new(0x200);

    /// <summary>A region of small pages.</summary>
    public static Gpa Frames => new(0x4a7d_3000);

    /// <summary>The region for large pages, aligned to 1 GiB.</summary>
    public static Gpa LargeFrames => new(0x2_4000_0000);

    /// <summary>The unit.</summary>
    public FakeUnit Unit { get; }

    /// <summary>The driver.</summary>
    public VtdDriver Driver { get; }

    /// <summary>What holds.</summary>
    public IommuConfiguration Configuration => _session.Places.Configuration;

    /// <summary>The levels of the tables.</summary>
    public int Levels => Driver.Capability.Levels;

    /// <summary>A rig in which both domains exist.</summary>
    /// <param name="capability">CAP_REG.</param>
    /// <param name="queued">Whether to invalidate by the queue.</param>
    /// <returns>The rig; its log is empty.</returns>
    public static DriverRig WithDomains(ulong capability = FakeRegisters.Capability39, bool queued = true)
    {
        var rig = new DriverRig(new FakeUnit(capability), queued);
        rig.Do(new IommuOperation.CreateDomain(Blue));
        rig.Do(new IommuOperation.CreateDomain(Red));
        rig.Unit.Log.Clear();
        return rig;
    }

    /// <summary>The top table of a domain.</summary>
    /// <param name="domain">The domain.</param>
    /// <returns>The page.</returns>
    public static Gpa Top(DomainId domain) => VtdLayout.Top(VtdLayout.Domains.ToList().IndexOf(domain));

    /// <summary>Does an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>What came of it.</returns>
    public Observation Do(IommuOperation operation) => _session.Do(operation);

    /// <summary>Maps pages of the first domain.</summary>
    /// <param name="at">The first input address.</param>
    /// <param name="to">The first output address.</param>
    /// <param name="pages">How many smallest pages.</param>
    /// <param name="largest">The largest leaf that may be used.</param>
    /// <param name="allowed">The rights.</param>
    /// <returns>What came of it.</returns>
    public Observation Map(
        ulong at, Gpa to, ulong pages, PageSize largest = PageSize.Size4K, Access allowed = Access.ReadWrite) =>
        Do(new IommuOperation.Map(Blue, new Iova(at), to, new PageCount(pages), allowed, largest));

    /// <summary>Unmaps pages of the first domain.</summary>
    /// <param name="at">The first input address.</param>
    /// <param name="pages">How many smallest pages.</param>
    /// <returns>What came of it.</returns>
    public Observation Unmap(ulong at, ulong pages) =>
        Do(new IommuOperation.Unmap(Blue, new Iova(at), new PageCount(pages)));

    private static IommuConfiguration Configure(VtdCapability unit) => new(
        IommuSamples.Traits with
        {
            AddressWidth = unit.AddressWidth,
            Leaves = unit.Leaves,
            MostDomains = VtdLayout.Domains.Count,
            Reserved = [InterruptRange, VtdLayout.Reserved(unit.Levels)],
        },
        [Device(Nic), Device(new RequesterId(0x29)), Device(Bridge)],
        [.. VtdLayout.Domains],
        [
            new FrameRegion(Frames, new PageCount(24)),
            new FrameRegion(new Gpa(0x1_6a20_0000), new PageCount(1024)),
            new FrameRegion(LargeFrames, new PageCount(2 << 18)),
        ],
        new IommuCache(Sets: 1, Ways: 1));

    private static IommuDevice Device(RequesterId requester) => new(
        requester, DmaKinds.Write, new ByteCount(1), new ByteCount(1), new ByteCount(Page.Bytes),
        CrossesPages: true, ShowsReads: false, NeedsDomain: false);
}
