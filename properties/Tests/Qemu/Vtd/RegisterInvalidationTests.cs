using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Link;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Qemu.Vtd;

/// <summary>CCMD_REG, IOTLB_REG and IVA_REG against words written by hand from the specification's layout.</summary>
public sealed class RegisterInvalidationTests
{
    private const uint ContextCommand = 0x28;
    private const uint Address = 0xf0;
    private const uint Command = 0xf8;
    private const ulong Drains = 3ul << 48;

    public static TheoryData<InvalidationScope, uint[], ulong[]> Scopes { get; } = new()
    {
        {
            new InvalidationScope.Everything(),
            [ContextCommand, Command], [0xa000_0000_0000_0000, 0x9000_0000_0000_0000 | Drains]
        },
        {
            new InvalidationScope.OfDomain(new DomainId(0x101)),
            [Command], [0xa000_0101_0000_0000 | Drains]
        },
        {
            new InvalidationScope.OfPages(DriverRig.Red, new Iova(0x20_0000), new PageCount(512), LeafOnly: true),
            [Address, Command], [0x20_0049, 0xb000_0002_0000_0000 | Drains]
        },
        {
            new InvalidationScope.OfPages(DriverRig.Red, new Iova(0x7000), new PageCount(1), LeafOnly: false),
            [Address, Command], [0x7000, 0xb000_0002_0000_0000 | Drains]
        },
        {
            new InvalidationScope.OfRequester(DriverRig.Bridge),
            [ContextCommand, ContextCommand, Command],
            [0xe000_0000_0200_0000, 0xe000_0000_0200_0001, 0xa000_0001_0000_0000 | Drains]
        },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void A_scope_is_written_like_this(InvalidationScope scope, uint[] registers, ulong[] values)
    {
        var rig = Attached();
        rig.Do(new Invalidate(scope));
        var written = rig.Unit.Log.OfType<PortEvent.Wrote>().ToList();
        Assert.Equal(registers, written.Select(w => w.Register.Offset));
        Assert.Equal(values, written.Select(w => w.Value.Value));
    }

    [Fact]
    public void A_command_is_written_only_when_the_one_before_it_is_done()
    {
        var rig = Attached();
        rig.Unit.Delay = 4;
        rig.Do(new Invalidate(new InvalidationScope.OfRequester(DriverRig.Bridge)));
        Assert.Equal(
            ["Wrote", "Executed", "Wrote", "Executed", "Wrote", "Executed"], rig.Unit.Log.Select(e => e.GetType().Name),
            StringComparer.Ordinal);
    }

    [Fact]
    public void A_unit_that_never_completes_has_hung()
    {
        var rig = Attached();
        rig.Unit.Delay = int.MaxValue;
        var lost = Assert.Throws<TargetLostException>(() => rig.Do(new Invalidate(new InvalidationScope.Everything())));
        Assert.Equal(Loss.Hung, lost.Kind);
    }

    [Fact]
    public void The_queue_stays_off()
    {
        var unit = new FakeUnit();
        _ = new DriverRig(unit, queued: false);
        Assert.Equal(0u, unit.ReadInt(new UnitOffset(0x1c)) & (1 << 26));
    }

    private static DriverRig Attached()
    {
        var rig = DriverRig.WithDomains(queued: false);
        rig.Do(new Attach(DriverRig.Bridge, null, DriverRig.Blue));
        rig.Unit.Log.Clear();
        return rig;
    }
}
