using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Iommu;
using IoSpec.Qemu.Riscv;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>The driver of a RISC-V IOMMU on a faked unit, driven by operations as the target drives it.</summary>
internal sealed class RiscvRig
{
    /// <summary>Sv39, Sv48, Sv39x4, PAS 56, PD8.</summary>
    public const ulong Base = 0x78_0002_0610;

    /// <summary>The same with MSI_FLAT: contexts have the extended format.</summary>
    public const ulong Extended = Base | (1 << 22);

    /// <summary>The same with NL: an invalidation of a page can cover the tables above it.</summary>
    public const ulong NonLeaf = Base | (1ul << 42);

    private readonly IommuSession _session;

    /// <summary>Starts the driver; two domains exist.</summary>
    /// <param name="capabilities">The register capabilities.</param>
    /// <param name="stage">Which tables to make.</param>
    public RiscvRig(ulong capabilities = Base, RiscvStage stage = RiscvStage.First)
    {
        Unit = new FakeRiscv(capabilities);
        Driver = new RiscvDriver(Unit, () => Placed++, stage, levels: 3, [Nic, Disk, Far]);
        Driver.Start();
        var own = Driver.Description.With(
            [Describe(Nic), Describe(Disk), Describe(Far)], [new(Frames, new PageCount(1024))]);
        _session = new IommuSession(Driver, new IommuConfiguration(
            own.Traits, own.Devices, own.Domains, own.Frames, new IommuCache(Sets: 1, Ways: 1)));
        Do(new IommuOperation.CreateDomain(Blue));
        Do(new IommuOperation.CreateDomain(Red));
        Unit.Log.Clear();
    }

    /// <summary>A domain.</summary>
    public static DomainId Blue => new(1);

    /// <summary>Another one.</summary>
    public static DomainId Red => new(2);

    /// <summary>A function on bus 0.</summary>
    public static RequesterId Nic => new(0x28);

    /// <summary>Another one, whose context is in another table where a table has 64 of them.</summary>
    public static RequesterId Disk => new(0x48);

    /// <summary>One that needs all levels of the directory.</summary>
    public static RequesterId Far => new(0x8200);

    /// <summary>Memory, for large pages too.</summary>
    public static Gpa Frames => new(0x1_6a20_0000);

    /// <summary>The unit.</summary>
    public FakeRiscv Unit { get; }

    /// <summary>The driver.</summary>
    public RiscvDriver Driver { get; }

    /// <summary>How often the registers were made to appear.</summary>
    public int Placed { get; private set; }

    /// <summary>The low words of the commands that were done.</summary>
    public IEnumerable<ulong> Done => Unit.Log.OfType<PortEvent.Executed>().Select(e => e.Low.Value);

    /// <summary>The stores to memory but to queues and to the word of completion, in order.</summary>
    public IReadOnlyList<(ulong At, ulong Value)> Stores =>
    [
        .. Unit.Log.OfType<PortEvent.Stored>()
            .Where(s => s.At.Value >= RiscvLayout.RingTables.Value)
            .Select(s => (s.At.Value, s.Value.Value)),
    ];

    /// <summary>Does an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>What came of it.</returns>
    public Observation Do(IommuOperation operation) => _session.Do(operation);

    /// <summary>Maps pages of the first domain.</summary>
    /// <param name="at">The first input address.</param>
    /// <param name="pages">How many smallest pages.</param>
    /// <param name="largest">The largest leaf that may be used.</param>
    /// <param name="allowed">The rights.</param>
    /// <returns>What came of it.</returns>
    public Observation Map(
        ulong at, ulong pages, PageSize largest = PageSize.Size4K, Access allowed = Access.ReadWrite) =>
        Do(new IommuOperation.Map(Blue, new Iova(at), Frames, new PageCount(pages), allowed, largest));

    /// <summary>Unmaps pages of the first domain.</summary>
    /// <param name="at">The first input address.</param>
    /// <param name="pages">How many smallest pages.</param>
    /// <returns>What came of it.</returns>
    public Observation Unmap(ulong at, ulong pages) =>
        Do(new IommuOperation.Unmap(Blue, new Iova(at), new PageCount(pages)));

    /// <summary>A word of memory.</summary>
    /// <param name="at">Its address.</param>
    /// <returns>The word.</returns>
    public ulong Load(ulong at) => Unit.Memory.Load(new Gpa(at)).Value;

    private static IommuDevice Describe(RequesterId requester) => new(
        requester, DmaKinds.Write, new ByteCount(1), new ByteCount(1), new ByteCount(Page.Bytes),
        CrossesPages: true, ShowsReads: false, NeedsDomain: false);
}
