using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;

namespace IoSpec.Tests.Qemu.Riscv;

/// <summary>
/// Page tables against words written down by hand, the order of stores, and the rule that no table page is used again
/// before an invalidation of all levels has completed that covers the entry which led to it.
/// </summary>
public sealed class TableTests
{
    private const ulong Size2M = 1 << 21;
    private const ulong Top = 0x8050_0000;
    private const ulong FirstTable = 0x8060_0000;
    private const ulong SecondTable = 0x8060_1000;

    [Theory]
    [InlineData(Access.Read, 0x5a88_00d3ul)]
    [InlineData(Access.ReadWrite, 0x5a88_00d7ul)]
    [InlineData(Access.Write, 0x5a88_00d7ul)]
    public void A_first_page_links_its_tables_from_the_top_and_its_leaf_last(Access allowed, ulong leaf)
    {
        var rig = new RiscvRig();
        rig.Map(0x40_3000, 1, allowed: allowed);
        Assert.Equal(
            [(Top, 0x2018_0001ul), (FirstTable + 16, 0x2018_0401ul), (SecondTable + 24, leaf)], rig.Stores);
    }

    [Fact]
    public void A_leaf_of_2_MiB_is_split_by_a_table_that_is_filled_before_it_is_linked()
    {
        var rig = new RiscvRig();
        rig.Map(Size2M, 512, PageSize.Size2M, Access.Read);
        Assert.Equal(0x5a88_00d3ul, rig.Load(FirstTable + 8));
        rig.Unit.Log.Clear();
        rig.Unmap(Size2M + 0x5000, 1);
        for (var i = 0; i < 512; i++)
            Assert.Equal((SecondTable + ((ulong)i * 8), 0x5a88_00d3ul + ((ulong)i << 10)), rig.Stores[i]);
        Assert.Equal((FirstTable + 8, 0x2018_0401ul), rig.Stores[512]);
        Assert.Equal((SecondTable + 40, 0ul), rig.Stores[^1]);
        Assert.Equal([0x1_0000_1001ul, 0x3402ul], rig.Done.Select(low => (low & 0x7f) == 2 ? (uint)low : low));
    }

    [Fact]
    public void A_table_that_becomes_empty_is_cleared_before_it_is_unlinked()
    {
        var rig = new RiscvRig();
        rig.Map(0x1000, 1);
        rig.Unit.Log.Clear();
        rig.Unmap(0, 512);
        Assert.Equal([(SecondTable + 8, 0ul), (FirstTable, 0ul), (Top, 0ul)], rig.Stores);
    }

    public static TheoryData<InvalidationScope, bool> Scopes { get; } = new()
    {
        { new InvalidationScope.Everything(), true },
        { new InvalidationScope.OfDomain(RiscvRig.Blue), true },
        { new InvalidationScope.OfDomain(RiscvRig.Red), false },
        { new InvalidationScope.OfPages(RiscvRig.Blue, new Iova(Size2M), new PageCount(1), LeafOnly: true), false },
        { new InvalidationScope.OfRequester(RiscvRig.Nic), false },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void An_unlinked_table_rests_until_an_invalidation_of_all_its_levels_is_complete(
        InvalidationScope scope, bool frees)
    {
        var rig = WithUnlinkedTables();
        rig.Do(new IommuOperation.Invalidate(scope));
        Assert.Equal(frees, UsesFormerTables(rig));
    }

    [Fact]
    public void What_is_not_awaited_does_not_count()
    {
        var rig = WithUnlinkedTables();
        rig.Do(new IommuOperation.SubmitInvalidation(new InvalidationScope.Everything()));
        Assert.False(UsesFormerTables(rig));
    }

    [Fact]
    public void What_was_invalidated_before_it_was_unlinked_does_not_count()
    {
        var rig = new RiscvRig();
        rig.Map(Size2M, 1);
        rig.Do(new IommuOperation.SubmitInvalidation(new InvalidationScope.Everything()));
        rig.Unmap(Size2M, 1);
        rig.Do(new IommuOperation.AwaitInvalidations());
        Assert.False(UsesFormerTables(rig));
    }

    [Fact]
    public void An_invalidation_of_a_context_in_use_frees_nothing()
    {
        var rig = new RiscvRig();
        rig.Do(new IommuOperation.Attach(RiscvRig.Nic, null, RiscvRig.Blue));
        rig.Map(Size2M, 1);
        rig.Unmap(Size2M, 1);
        rig.Do(new IommuOperation.Attach(RiscvRig.Nic, null, RiscvRig.Red));
        Assert.False(UsesFormerTables(rig));
    }

    [Fact]
    public void A_reset_leaves_nothing_mapped_and_invalidates_everything()
    {
        var rig = new RiscvRig();
        rig.Map(0x1000, 1);
        rig.Driver.Reset();
        Assert.Equal(0ul, rig.Load(Top));
        Assert.Equal(0ul, rig.Load(FirstTable));
        Assert.Equal([3ul, 1, 0x3402], rig.Done.Select(low => (low & 0x7f) == 2 ? (uint)low : low));
        Assert.Equal(0x2010_4004ul, rig.Unit.Ddtp.Value);
    }

    [Fact]
    public void A_start_makes_the_registers_appear_again_and_turns_translation_on_last()
    {
        var rig = new RiscvRig();
        var placed = rig.Placed;
        rig.Driver.Start();
        Assert.Equal(placed + 1, rig.Placed);
        var writes = rig.Unit.Log.OfType<PortEvent.Wrote>().Where(w => w.Register.Offset == 0x10).ToList();
        Assert.Equal([0x2010_4000ul, 0x2010_4004ul], writes.Select(w => w.Value.Value));
        Assert.Same(writes[^1], rig.Unit.Log[^1]);
    }

    private static RiscvRig WithUnlinkedTables()
    {
        var rig = new RiscvRig();
        rig.Map(Size2M, 1);
        rig.Unmap(Size2M, 1);
        return rig;
    }

    // Whether a mapping of the other domain takes pages of which the first domain's tables were made.
    private static bool UsesFormerTables(RiscvRig rig)
    {
        rig.Do(new IommuOperation.Map(
            RiscvRig.Red, new Iova(Size2M * 10), RiscvRig.Frames, new PageCount(1), Access.Read, PageSize.Size4K));
        return rig.Load(Top + 0x4000) is 0x2018_0001 or 0x2018_0401;
    }
}
