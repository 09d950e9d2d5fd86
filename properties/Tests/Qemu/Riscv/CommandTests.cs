using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Riscv;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Qemu.Riscv;

/// <summary>Invalidations as commands, and how they are waited for.</summary>
public sealed class CommandTests
{
    private const uint CommandsEnd = 0x24;
    private const ulong Opcode = 0x7f;
    private const ulong Fence = 2;

    public static TheoryData<InvalidationScope, ulong, RiscvStage, (ulong, ulong)[]> Scopes { get; } = new()
    {
        { new InvalidationScope.Everything(), RiscvRig.Base, RiscvStage.First, [(3, 0), (1, 0)] },
        { new InvalidationScope.Everything(), RiscvRig.Base, RiscvStage.Second, [(3, 0), (0x81, 0)] },
        { new InvalidationScope.OfDomain(RiscvRig.Red), RiscvRig.Base, RiscvStage.First, [(0x1_0000_2001, 0)] },
        { new InvalidationScope.OfDomain(RiscvRig.Red), RiscvRig.Base, RiscvStage.Second, [(0x2002_0000_0081, 0)] },
        { new InvalidationScope.OfRequester(RiscvRig.Nic), RiscvRig.Base, RiscvStage.First, [(0x2802_0000_0003, 0)] },
        { Leaves(2), RiscvRig.Base, RiscvStage.First, [(0x1_0000_1401, 0x48d_1400), (0x1_0000_1401, 0x48d_1800)] },
        { Leaves(17), RiscvRig.Base, RiscvStage.First, [(0x1_0000_1001, 0)] },
        { Tables(1), RiscvRig.Base, RiscvStage.First, [(0x1_0000_1001, 0)] },
        { Tables(1), RiscvRig.NonLeaf, RiscvStage.First, [(0x5_0000_1401, 0x48d_1400)] },
        { Leaves(1), RiscvRig.Base, RiscvStage.Second, [(0x1002_0000_0481, 0x48d_1400)] },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void A_scope_is_covered_by_these_commands(
        InvalidationScope scope, ulong capabilities, RiscvStage stage, (ulong, ulong)[] expected)
    {
        var rig = new RiscvRig(capabilities, stage);
        rig.Do(new Invalidate(scope));
        Assert.Equal(
            expected,
            rig.Unit.Log.OfType<PortEvent.Executed>().Where(e => (e.Low.Value & Opcode) != Fence)
                .Select(e => (e.Low.Value, e.High.Value)));
        Assert.Equal(Fence, rig.Done.Last() & Opcode);
    }

    [Fact]
    public void To_submit_announces_the_commands_after_they_are_written_and_waits_for_nothing()
    {
        var rig = new RiscvRig();
        rig.Unit.Delay = int.MaxValue;
        rig.Do(new SubmitInvalidation(new InvalidationScope.Everything()));
        Assert.Equal(
            ["Stored", "Stored", "Stored", "Stored", "Wrote"], rig.Unit.Log.Select(e => e.GetType().Name),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Every_fence_writes_another_number_and_orders_accesses()
    {
        var rig = new RiscvRig();
        for (var i = 0; i < 3; i++) rig.Do(new AwaitInvalidations());
        Assert.Equal(3, rig.Done.Distinct().Count());
        Assert.All(rig.Done, low => Assert.Equal(0x3402ul, low & uint.MaxValue));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void The_queue_wraps_at_its_end_and_every_command_is_done_once_and_in_order(int delay)
    {
        var rig = new RiscvRig();
        rig.Unit.Delay = delay;
        for (var i = 0; i < 1000; i++)
        {
            rig.Do(new SubmitInvalidation(new InvalidationScope.OfPages(
                RiscvRig.Blue, new Iova((ulong)i << Page.Shift), new PageCount(1), LeafOnly: true)));
        }

        rig.Do(new AwaitInvalidations());
        Assert.Equal(
            Enumerable.Range(0, 1000).Select(i => (ulong)i << 10),
            rig.Unit.Log.OfType<PortEvent.Executed>()
                .Where(e => (e.Low.Value & Opcode) == 1)
                .Select(e => e.High.Value));
        Assert.All(
            rig.Unit.Log.OfType<PortEvent.Wrote>().Where(w => w.Register.Offset == CommandsEnd),
            write => Assert.InRange(write.Value.Value, 0ul, 255ul));
    }

    [Fact]
    public void A_queue_that_stops_is_no_answer()
    {
        var rig = new RiscvRig();
        rig.Unit.Stumbles = 1;
        var lost = Assert.Throws<TargetLostException>(() => rig.Do(new Invalidate(new InvalidationScope.Everything())));
        Assert.Equal(Loss.Garbage, lost.Kind);
    }

    [Fact]
    public void A_fence_that_never_completes_is_a_hang()
    {
        var rig = new RiscvRig();
        rig.Unit.Delay = int.MaxValue;
        Assert.Equal(Loss.Hung, Assert.Throws<TargetLostException>(() => rig.Do(new AwaitInvalidations())).Kind);
    }

    private static InvalidationScope.OfPages Leaves(ulong pages) => Pages(pages, leafOnly: true);

    private static InvalidationScope.OfPages Tables(ulong pages) => Pages(pages, leafOnly: false);

    private static InvalidationScope.OfPages Pages(ulong pages, bool leafOnly) =>
        new(RiscvRig.Blue, new Iova(0x1234_5000), new PageCount(pages), leafOnly);
}
