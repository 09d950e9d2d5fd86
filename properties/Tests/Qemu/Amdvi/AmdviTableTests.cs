using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Amdvi;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;

namespace IoSpec.Tests.Qemu.Amdvi;

/// <summary>
/// Host tables: a page that was a table becomes another one only after an invalidation of all levels has completed,
/// and what a unit finds between two stores was there before or is asked for.
/// </summary>
public sealed class AmdviTableTests
{
    private const ulong Size2M = 1 << 21;

    public static TheoryData<InvalidationScope, bool> Scopes { get; } = new()
    {
        { new InvalidationScope.Everything(), true },
        { new InvalidationScope.OfDomain(AmdviRig.Blue), true },
        { new InvalidationScope.OfDomain(AmdviRig.Red), false },
        { new InvalidationScope.OfPages(AmdviRig.Blue, new Iova(0), new PageCount(512), LeafOnly: true), false },
        { new InvalidationScope.OfRequester(AmdviRig.Nic), false },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void An_unlinked_table_rests_until_it_is_invalidated(InvalidationScope scope, bool frees)
    {
        var rig = new AmdviRig();
        var former = Unlinked(rig);
        rig.Do(new IommuOperation.Invalidate(scope));
        Assert.Equal(frees, IsUsedAgain(rig, former, Size2M * 10));
    }

    [Fact]
    public void What_is_not_awaited_does_not_count()
    {
        var rig = new AmdviRig();
        var former = Unlinked(rig);
        rig.Do(new IommuOperation.SubmitInvalidation(new InvalidationScope.Everything()));
        Assert.False(IsUsedAgain(rig, former, Size2M * 10));
        rig.Do(new IommuOperation.AwaitInvalidations());
        Assert.True(IsUsedAgain(rig, former, 1ul << 40));
    }

    [Fact]
    public void A_leaf_in_place_of_a_table_is_preceded_by_the_driver_s_own_invalidation()
    {
        var rig = new AmdviRig();
        rig.Map(Size2M, AmdviRig.Frames, 1);
        rig.Unit.Log.Clear();
        rig.Map(Size2M, AmdviRig.LargeFrames, 512, PageSize.Size2M);
        Assert.Equal([((3ul << 60) | (1ul << 32), 0x7fff_ffff_ffff_f003)], rig.Commands());
        Assert.IsType<PortEvent.Stored>(rig.Unit.Log[^1]);
    }

    [Theory]
    [InlineData(0x1f03_000f, true)]
    [InlineData(0x1b03_000f, false)]
    public void Whether_absence_may_be_cached_is_a_bit_of_the_header(uint header, bool expected) =>
        Assert.Equal(expected, AmdviFunction.CachesAbsence(header));

    [Theory]
    [InlineData(false, SyncRule.None)]
    [InlineData(true, SyncRule.Required)]
    public void A_map_needs_an_invalidation_where_absence_may_be_cached(bool cachesAbsence, SyncRule expected)
    {
        var traits = new AmdviRig(cachesAbsence: cachesAbsence).Driver.Description.Traits;
        Assert.Equal((expected, cachesAbsence), (traits.MapSync, traits.NegativeCaching));
    }

    [Fact]
    public void Entries_are_those_of_the_specification()
    {
        var rig = new AmdviRig();
        rig.Map(Size2M, AmdviRig.LargeFrames, 512, PageSize.Size2M);
        rig.Map(0x5000, AmdviRig.Frames, 1);
        var tables = rig.TablesOf(0x5000, AmdviRig.Blue);
        var top = rig.Unit.Memory.Load(AmdviLayout.Top(0));
        Assert.Equal(0x6000_0000_0000_0601ul | tables[0].Value, top.Value);
        Assert.Equal(0x6000_0002_4000_0001ul, rig.Unit.Memory.Load(tables[1].Plus(8)).Value);
        Assert.Equal(0x6000_0000_4a7d_3001ul, rig.Unit.Memory.Load(tables[2].Plus(5 * 8)).Value);
        rig.Do(new IommuOperation.Protect(AmdviRig.Blue, new Iova(0x5000), new PageCount(1), Access.Read));
        Assert.Equal(0x2000_0000_4a7d_3001ul, rig.Unit.Memory.Load(tables[2].Plus(5 * 8)).Value);
    }

    [Fact]
    public void A_first_page_links_its_tables_from_the_top_and_its_leaf_last()
    {
        var rig = new AmdviRig();
        rig.Map(0x40_3000, AmdviRig.Frames, 1);
        var stores = rig.Unit.Log.OfType<PortEvent.Stored>().ToList();
        Assert.Equal(4, stores.Count);
        Assert.Equal(0x6000_0000_4a7d_3001ul, stores[^1].Value.Value);
        Assert.All(stores, store => Assert.Equal(0ul, store.Former.Value));
    }

    [Fact]
    public void Reset_leaves_nothing_mapped_but_the_page_of_the_harness()
    {
        var rig = new AmdviRig();
        rig.Map(0x40_3000, AmdviRig.Frames, 1);
        rig.Driver.Reset();
        Assert.Null(rig.Driver.Likely(AmdviRig.Blue, new Iova(0x40_3000)));
        Assert.Equal(AmdviLayout.Ring, rig.Driver.Likely(AmdviRig.Blue, AmdviLayout.Reserved.First));
        Assert.Equal(AmdviLayout.Ring, rig.Driver.Likely(AmdviRig.Red, AmdviLayout.Reserved.First));
    }

    private static IReadOnlyList<Gpa> Unlinked(AmdviRig rig)
    {
        rig.Map(Size2M, AmdviRig.Frames, 1);
        var tables = rig.TablesOf(Size2M, AmdviRig.Blue);
        rig.Unmap(Size2M, 1);
        return tables;
    }

    private static bool IsUsedAgain(AmdviRig rig, IReadOnlyList<Gpa> former, ulong at)
    {
        rig.Map(at, AmdviRig.Frames, 1, domain: AmdviRig.Red);
        return former.Intersect(rig.TablesOf(at, AmdviRig.Red)).Any();
    }
}
