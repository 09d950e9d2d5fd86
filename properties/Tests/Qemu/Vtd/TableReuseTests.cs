using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Vtd;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;

namespace IoSpec.Tests.Qemu.Vtd;

/// <summary>
/// A page that was a table becomes another one only after an invalidation of all levels has completed that covers
/// the entry which led to it, and no entry is both a table and a leaf for the caches.
/// </summary>
public sealed class TableReuseTests
{
    private const ulong Size2M = 1 << 21;
    private const ulong Descriptor = 0xf;

    public static TheoryData<InvalidationScope, bool> Scopes { get; } = new()
    {
        { new InvalidationScope.Everything(), true },
        { new InvalidationScope.OfDomain(DriverRig.Blue), true },
        { new InvalidationScope.OfDomain(DriverRig.Red), false },
        { new InvalidationScope.OfPages(DriverRig.Blue, new Iova(0), new PageCount(512), LeafOnly: true), false },
        { new InvalidationScope.OfRequester(DriverRig.Nic), false },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void An_unlinked_table_rests_until_it_is_invalidated(InvalidationScope scope, bool frees)
    {
        var (rig, tables) = WithUnlinkedTables();
        rig.Do(new IommuOperation.Invalidate(scope));
        AssertUsed(frees, tables, NextTables(rig));
    }

    [Fact]
    public void What_was_invalidated_before_it_was_unlinked_does_not_count()
    {
        var rig = DriverRig.WithDomains();
        rig.Map(Size2M, DriverRig.Frames, 1);
        var tables = TablesOf(rig, Size2M);
        rig.Do(new IommuOperation.SubmitInvalidation(new InvalidationScope.Everything()));
        rig.Unmap(Size2M, 1);
        rig.Do(new IommuOperation.AwaitInvalidations());
        AssertUsed(false, tables, NextTables(rig));
    }

    [Fact]
    public void What_is_not_awaited_does_not_count()
    {
        var (rig, tables) = WithUnlinkedTables();
        rig.Do(new IommuOperation.SubmitInvalidation(new InvalidationScope.Everything()));
        AssertUsed(false, tables, NextTables(rig));
        rig.Do(new IommuOperation.AwaitInvalidations());
        AssertUsed(true, tables, NextTables(rig, 1 << 30));
    }

    [Fact]
    public void It_may_return_to_the_entry_that_led_to_it_at_any_time()
    {
        var (rig, tables) = WithUnlinkedTables();
        rig.Map(Size2M, DriverRig.Frames, 1);
        Assert.Equal(tables, TablesOf(rig, Size2M));
        Assert.DoesNotContain(rig.Unit.Log, e => e is PortEvent.Executed);
    }

    [Fact]
    public void A_leaf_in_place_of_a_table_is_preceded_by_the_driver_s_own_invalidation()
    {
        var rig = DriverRig.WithDomains();
        rig.Map(Size2M, DriverRig.Frames, 1);
        rig.Unit.Log.Clear();
        rig.Map(Size2M, DriverRig.LargeFrames, 512, PageSize.Size2M);
        AssertSettled(rig);
        Assert.IsType<PortEvent.Stored>(rig.Unit.Log[^1]);
    }

    [Fact]
    public void A_leaf_where_a_table_was_is_preceded_by_it_too()
    {
        var (rig, _) = WithUnlinkedTables();
        rig.Unit.Log.Clear();
        rig.Map(Size2M, DriverRig.LargeFrames, 512, PageSize.Size2M);
        AssertSettled(rig);
        Assert.IsType<PortEvent.Stored>(rig.Unit.Log[^1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_in_place_of_a_leaf_is_followed_by_the_driver_s_own_invalidation(bool queued)
    {
        var rig = DriverRig.WithDomains(queued: queued);
        rig.Map(Size2M, DriverRig.LargeFrames, 512, PageSize.Size2M);
        rig.Unit.Log.Clear();
        rig.Unit.Delay = 5;
        rig.Do(new IommuOperation.Protect(DriverRig.Blue, new Iova(Size2M), new PageCount(1), Access.Read));
        var linked = rig.Unit.Log.FindIndex(e => e is PortEvent.Stored s && s.Former.Value != 0);
        Assert.True(linked < AssertSettled(rig));
    }

    [Fact]
    public void A_leaf_in_place_of_a_leaf_and_a_table_in_place_of_nothing_need_none()
    {
        var rig = DriverRig.WithDomains();
        rig.Map(Size2M, DriverRig.LargeFrames, 512, PageSize.Size2M);
        rig.Map(Size2M, DriverRig.LargeFrames.Plus(Size2M), 512, PageSize.Size2M, Access.Read);
        rig.Map(0, DriverRig.Frames, 2);
        rig.Unmap(Size2M, 512);
        Assert.DoesNotContain(rig.Unit.Log, e => e is PortEvent.Executed);
    }

    [Fact]
    public void Where_absence_may_be_cached_a_new_table_is_invalidated_too()
    {
        var rig = DriverRig.WithDomains(FakeRegisters.Capability39 | FakeRegisters.CachingMode);
        rig.Map(0, DriverRig.Frames, 1);
        AssertSettled(rig);
    }

    [Fact]
    public void Pages_run_out_in_a_refusal_and_resting_ones_are_fetched_back_before_that()
    {
        var rig = DriverRig.WithDomains();
        const ulong start = 1ul << 32;
        var at = start;
        while (rig.Map(at, DriverRig.Frames, 1) is IommuObservation.Done) at += Size2M;
        Assert.InRange((at - start) / Size2M, 3800ul, (ulong)VtdLayout.PoolPages);
        rig.Unit.Log.Clear();
        Assert.Equal(new IommuObservation.Refused(Refusal.OutOfResources), rig.Map(at, DriverRig.Frames, 1));
        Assert.Empty(rig.Unit.Log);
        rig.Unmap(start, 512 * 16);
        Assert.Equal(IommuObservation.Done.Instance, rig.Map(at, DriverRig.Frames, 1));
        AssertSettled(rig);
    }

    [Fact]
    public void Without_pages_whole_leaves_can_be_unmapped_and_parts_of_them_are_refused()
    {
        const ulong large = 1ul << 30;
        var rig = DriverRig.WithDomains();
        rig.Map(large, DriverRig.LargeFrames, 1 << 18, PageSize.Size1G);
        var at = 1ul << 32;
        var tables = rig.Driver.Tables.Of(DriverRig.Blue);
        while (rig.Driver.Tables.HasRoom(2))
            tables.Map(PageAt(at += Size2M), DriverRig.Frames, Access.Read, PageSize.Size4K);
        rig.Unit.Log.Clear();
        Assert.Equal(new IommuObservation.Refused(Refusal.OutOfResources), rig.Unmap(large, 1));
        Assert.Empty(rig.Unit.Log);
        Assert.Equal(IommuObservation.Done.Instance, rig.Unmap(at, 1));
        Assert.Equal(IommuObservation.Done.Instance, rig.Unmap(large, 1 << 18));
    }

    private static IovaRange PageAt(ulong at) => new(new Iova(at), new Iova(at + (Page.Bytes - 1)));

    private static (DriverRig Rig, IReadOnlyList<Gpa> Tables) WithUnlinkedTables()
    {
        var rig = DriverRig.WithDomains();
        rig.Map(Size2M, DriverRig.Frames, 1);
        var tables = TablesOf(rig, Size2M);
        rig.Unmap(Size2M, 1);
        return (rig, tables);
    }

    /// <summary>The pages that a mapping elsewhere takes for its tables.</summary>
    private static IReadOnlyList<Gpa> NextTables(DriverRig rig, ulong at = Size2M * 10)
    {
        rig.Do(new IommuOperation.Map(
            DriverRig.Red, new Iova(at), DriverRig.Frames, new PageCount(1), Access.Read, PageSize.Size4K));
        return TablesOf(rig, at, DriverRig.Red);
    }

    private static List<Gpa> TablesOf(DriverRig rig, ulong at, DomainId? domain = null)
    {
        List<Gpa> tables = [DriverRig.Top(domain ?? DriverRig.Blue)];
        for (var level = rig.Levels; level > 1; level--)
        {
            var slot = tables[^1].Plus(((at >> (12 + (9 * (level - 1)))) & 511) * 8);
            tables.Add(new Gpa(rig.Unit.Memory.Load(slot).Value).PageStart());
        }

        return tables[1..];
    }

    private static void AssertUsed(bool expected, IEnumerable<Gpa> former, IEnumerable<Gpa> next) =>
        Assert.Equal(expected, former.Intersect(next).Any());

    /// <summary>Where in the log an invalidation of all that is cached of the domain was done.</summary>
    private static int AssertSettled(DriverRig rig)
    {
        var at = rig.Unit.Log.FindLastIndex(e => e is PortEvent.Executed x && (x.Low.Value & Descriptor) == 2
            && (int)(x.Low.Value >> 4 & 3) == 2 && (uint)(x.Low.Value >> 16) == DriverRig.Blue.Value);
        Assert.True(at >= 0, "no domain-selective invalidation");
        return at;
    }
}
