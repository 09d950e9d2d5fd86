using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Riscv;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;

namespace IoSpec.Tests.Qemu.Riscv;

/// <summary>The directory and contexts against words written down by hand from the specification's layout.</summary>
public sealed class DeviceContextTests
{
    private const ulong Root = 0x8041_0000;
    private const ulong BlueTop = 0x8000_0000_0008_0500;

    [Fact]
    public void The_directory_has_three_levels_and_counts_once_it_is_there()
    {
        var rig = new RiscvRig();
        Assert.Equal(0x2010_4004ul, rig.Unit.Ddtp.Value);
        Assert.Equal(0x2010_4401ul, rig.Load(Root));
        Assert.Equal(0x2010_4801ul, rig.Load(Root + 0x1000));
        Assert.Equal(0x2010_4c01ul, rig.Load(Root + 0x1000 + (0x8200 / 128 * 8)));
    }

    [Fact]
    public void In_the_extended_format_a_table_has_64_contexts_of_64_bytes()
    {
        var rig = new RiscvRig(RiscvRig.Extended);
        rig.Do(new IommuOperation.Attach(RiscvRig.Disk, null, RiscvRig.Blue));
        Assert.Equal(0x2010_4c01ul, rig.Load(Root + 0x1008));
        Assert.Equal(1ul, rig.Load(0x8041_3000 + (8 * 64)));
        Assert.Equal(BlueTop, rig.Load(0x8041_3000 + (8 * 64) + 24));
    }

    [Fact]
    public void A_requester_uses_first_stage_tables_under_the_number_of_its_domain_and_becomes_valid_last()
    {
        var rig = new RiscvRig();
        rig.Do(new IommuOperation.Attach(RiscvRig.Nic, null, RiscvRig.Blue));
        const ulong context = 0x8041_2000 + (0x28 * 32);
        Assert.Equal(
            [(context + 8, 0ul), (context + 16, 0x1000ul), (context + 24, BlueTop), (context, 1ul)], rig.Stores);
        Assert.Empty(rig.Done);
    }

    [Fact]
    public void A_requester_uses_second_stage_tables_under_the_number_of_its_virtual_machine()
    {
        var rig = new RiscvRig(stage: RiscvStage.Second);
        rig.Do(new IommuOperation.Attach(RiscvRig.Nic, null, RiscvRig.Red));
        const ulong context = 0x8041_2000 + (0x28 * 32);
        Assert.Equal(
            [(context + 8, 0x8000_2000_0008_0504ul), (context + 16, 0ul), (context + 24, 0ul), (context, 1ul)],
            rig.Stores);
    }

    [Fact]
    public void A_context_in_use_is_ended_and_forgotten_before_it_is_filled_again()
    {
        var rig = new RiscvRig();
        rig.Do(new IommuOperation.Attach(RiscvRig.Nic, null, RiscvRig.Blue));
        rig.Unit.Log.Clear();
        rig.Unit.Delay = 3;
        rig.Do(new IommuOperation.Bypass(RiscvRig.Nic));
        const ulong context = 0x8041_2000 + (0x28 * 32);
        Assert.Equal((context, 0ul), rig.Stores[0]);
        var fence = rig.Unit.Log.FindIndex(e => e is PortEvent.Executed x && (x.Low.Value & 0x7f) == 2);
        var filled = rig.Unit.Log.FindIndex(e => e is PortEvent.Stored s && s.At.Value == context + 8);
        Assert.Equal(0x2802_0000_0003ul, rig.Done.First());
        Assert.InRange(fence, 0, filled);
        Assert.Equal(1ul, rig.Load(context));
    }

    [Fact]
    public void A_blocked_requester_has_no_valid_context()
    {
        var rig = new RiscvRig();
        rig.Do(new IommuOperation.Attach(RiscvRig.Far, null, RiscvRig.Blue));
        Assert.Equal(1ul, rig.Load(0x8041_3000));
        rig.Do(new IommuOperation.Detach(RiscvRig.Far, null));
        Assert.Equal(0ul, rig.Load(0x8041_3000));
    }

    [Fact]
    public void A_unit_without_such_tables_is_not_driven() =>
        Assert.Throws<TargetUnavailableException>(() => new RiscvRig(0x78_0002_0410));
}
