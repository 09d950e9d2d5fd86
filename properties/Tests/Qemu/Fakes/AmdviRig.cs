using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Amdvi;
using IoSpec.Qemu.Iommu;
using IoSpec.Tests.Support;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>The driver of AMD-Vi on a faked unit, driven by operations as the target drives it.</summary>
internal sealed class AmdviRig
{
    private readonly IommuSession _session;

    /// <summary>Starts the driver; both domains exist, and the log is empty.</summary>
    /// <param name="features">The extended feature register.</param>
    /// <param name="cachesAbsence">Whether entries that are not present may be cached.</param>
    public AmdviRig(ulong features = 0x29d3, bool cachesAbsence = false)
    {
        Unit = new FakeAmdvi(features);
        Driver = new AmdviDriver(Unit, cachesAbsence, [0]);
        Driver.Start();
        _session = new IommuSession(Driver, Configuration);
        Do(new IommuOperation.CreateDomain(Blue));
        Do(new IommuOperation.CreateDomain(Red));
        Unit.Log.Clear();
    }

    /// <summary>A domain of the driver's.</summary>
    public static DomainId Blue => AmdviLayout.Domains[0];

    /// <summary>Another one.</summary>
    public static DomainId Red => AmdviLayout.Domains[1];

    /// <summary>A function on bus 0.</summary>
    public static RequesterId Nic => new(0x28);

    /// <summary>A region of small pages.</summary>
    public static Gpa Frames => new(0x4a7d_3000);

    /// <summary>The region for large pages, aligned to 1 GiB.</summary>
    public static Gpa LargeFrames => new(0x2_4000_0000);

    /// <summary>The unit.</summary>
    public FakeAmdvi Unit { get; }

    /// <summary>The driver.</summary>
    public AmdviDriver Driver { get; }

    private static IommuConfiguration Configuration => new(
        IommuSamples.Traits with
        {
            AddressWidth = AmdviLayout.Width,
            Leaves = LeafSizes.Size4K | LeafSizes.Size2M | LeafSizes.Size1G,
            MostDomains = AmdviLayout.Domains.Count,
            Reserved = [AmdviLayout.Reserved],
        },
        [
            new IommuDevice(
                Nic, DmaKinds.Write, new ByteCount(1), new ByteCount(1), new ByteCount(Page.Bytes),
                CrossesPages: true, ShowsReads: false, NeedsDomain: false),
        ],
        [.. AmdviLayout.Domains],
        [new FrameRegion(Frames, new PageCount(24)), new FrameRegion(LargeFrames, new PageCount(2 << 18))],
        new IommuCache(Sets: 1, Ways: 1));

    /// <summary>Does an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>What came of it.</returns>
    public Observation Do(IommuOperation operation) => _session.Do(operation);

    /// <summary>Maps pages of a domain.</summary>
    /// <param name="at">The first input address.</param>
    /// <param name="to">The first output address.</param>
    /// <param name="pages">How many smallest pages.</param>
    /// <param name="largest">The largest leaf that may be used.</param>
    /// <param name="domain">The domain; null for the first.</param>
    /// <returns>What came of it.</returns>
    public Observation Map(
        ulong at, Gpa to, ulong pages, PageSize largest = PageSize.Size4K, DomainId? domain = null) =>
        Do(new IommuOperation.Map(
            domain ?? Blue, new Iova(at), to, new PageCount(pages), Access.ReadWrite, largest));

    /// <summary>Unmaps pages of the first domain.</summary>
    /// <param name="at">The first input address.</param>
    /// <param name="pages">How many smallest pages.</param>
    /// <returns>What came of it.</returns>
    public Observation Unmap(ulong at, ulong pages) =>
        Do(new IommuOperation.Unmap(Blue, new Iova(at), new PageCount(pages)));

    /// <summary>The tables on the way to an address, without the top.</summary>
    /// <param name="at">The address.</param>
    /// <param name="domain">The domain.</param>
    /// <returns>The tables of levels 3 to 1, as far as there are any.</returns>
    public IReadOnlyList<Gpa> TablesOf(ulong at, DomainId domain)
    {
        var tables = new List<Gpa>();
        var table = AmdviLayout.Top(AmdviLayout.Domains.ToList().IndexOf(domain));
        for (var level = 4; level > 1; level--)
        {
            var entry = Unit.Memory.Load(table.Plus((at >> (12 + (9 * (level - 1))) & 511) * 8));
            if (entry.Field(11, 9) != (ulong)level - 1) break;
            tables.Add(table = new Gpa(entry.Field(51, 12) << 12));
        }

        return tables;
    }

    /// <summary>The commands that were done, apart from waits.</summary>
    /// <returns>Their two words.</returns>
    public IReadOnlyList<(ulong Low, ulong High)> Commands() =>
    [
        .. Unit.Log.OfType<PortEvent.Executed>().Where(command => command.Low.Value >> 60 != 1)
            .Select(command => (command.Low.Value, command.High.Value)),
    ];
}
