using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Vtd;
using IoSpec.Tests.Qemu.Fakes;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Qemu.Vtd;

/// <summary>A unit may walk between any two stores: what it finds then was there before or is asked for.</summary>
public sealed class EntryOrderTests
{
    private const ulong Size2M = 1 << 21;
    private const ulong LastLevelTable = 0x20_1000;

    [Fact]
    public void A_first_page_links_its_tables_from_the_top_and_its_leaf_last()
    {
        var rig = DriverRig.WithDomains();
        rig.Map(0x40_3000, DriverRig.Frames, 1, allowed: Access.Read);
        Assert.Equal(
            [
                (DriverRig.Top(DriverRig.Blue).Value, VtdLayout.Pool.Value | 3),
                (VtdLayout.Pool.Value + (2 * 8), LastLevelTable | 3),
                (LastLevelTable + (3 * 8), DriverRig.Frames.Value | 1),
            ],
            Stores(rig));
    }

    [Fact]
    public void A_large_leaf_is_split_by_a_table_that_is_filled_before_it_is_linked()
    {
        var rig = DriverRig.WithDomains();
        rig.Map(0, DriverRig.LargeFrames, 512, PageSize.Size2M, Access.Write);
        rig.Unit.Log.Clear();
        rig.Unmap(0x5000, 1);
        var stores = Stores(rig);
        for (var i = 0; i < 512; i++)
        {
            var page = DriverRig.LargeFrames.Value + ((ulong)i << Page.Shift);
            Assert.Equal((LastLevelTable + ((ulong)i * 8), page | 2), stores[i]);
        }

        Assert.Equal((VtdLayout.Pool.Value, LastLevelTable | 3), stores[512]);
        Assert.Equal((LastLevelTable + (5 * 8), 0ul), stores[^1]);
    }

    [Fact]
    public void A_table_that_becomes_empty_is_cleared_before_it_is_unlinked()
    {
        var rig = DriverRig.WithDomains();
        rig.Map(0x1000, DriverRig.Frames, 2);
        rig.Unit.Log.Clear();
        rig.Unmap(0, 512);
        Assert.Equal(
            [
                (LastLevelTable + 8, 0ul),
                (LastLevelTable + 16, 0ul),
                (VtdLayout.Pool.Value, 0ul),
                (DriverRig.Top(DriverRig.Blue).Value, 0ul),
            ],
            Stores(rig));
    }

    [Theory]
    [InlineData(FakeRegisters.Capability39)]
    [InlineData(FakeRegisters.Capability48)]
    public void Between_two_stores_every_walk_finds_the_old_the_new_or_nothing_and_elsewhere_nothing_changes(
        ulong capability)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var rig = DriverRig.WithDomains(capability);
            var mix = new OperationMix(new SmallRandom((ulong)seed), rig.Configuration.Traits.AddressWidth);
            for (var i = 0; i < 24; i++) Step(rig, mix.Next());
        }
    }

    private static void Step(DriverRig rig, IommuOperation operation)
    {
        if (RangeOf(rig, operation) is not var (first, last)
            || !rig.Configuration.Traits.IsWithinWidth(new Iova(last)))
        {
            rig.Do(operation);
            return;
        }

        var walker = new TableWalker(rig.Unit.Memory, rig.Levels);
        var watched = Around(rig, first, last).ToDictionary(at => at, at => new HashSet<(ulong, Access)?>());
        var before = watched.Keys.ToDictionary(at => at, Find);
        rig.Unit.Happened += Look;
        rig.Do(operation);
        rig.Unit.Happened -= Look;
        foreach (var (at, found) in watched)
        {
            HashSet<(ulong, Access)?> allowed = [before[at], Find(at)];
            if (first <= at && at <= last) allowed.Add(null);
            else Assert.Equal(before[at], Find(at));
            Assert.True(found.IsSubsetOf(allowed), $"{Printer.Line(operation)}: 0x{at:x} {string.Join(' ', found)}");
        }

        (ulong, Access)? Find(ulong at) => walker.Find(DriverRig.Top(DriverRig.Blue), at);

        void Look(PortEvent what)
        {
            if (what is not PortEvent.Stored) return;
            foreach (var (at, found) in watched) found.Add(Find(at));
        }
    }

    // A domain's own range; what is done to the other domain must change nothing here.
    private static (ulong First, ulong Last)? RangeOf(DriverRig rig, IommuOperation operation) => operation switch
    {
        IommuOperation.Map map when map.Domain == DriverRig.Blue => Range(map.At, map.Pages),
        IommuOperation.Unmap unmap when unmap.Domain == DriverRig.Blue => Range(unmap.At, unmap.Pages),
        IommuOperation.Protect protect when protect.Domain == DriverRig.Blue => Range(protect.At, protect.Pages),
        IommuOperation.Restrict restrict when restrict.Domain == DriverRig.Blue =>
            (restrict.At.Value >> (int)restrict.Span << (int)restrict.Span,
                restrict.At.Value | ((1ul << (int)restrict.Span) - 1)),
        IommuOperation.DestroyDomain destroy when destroy.Domain == DriverRig.Blue =>
            (0, (1ul << rig.Configuration.Traits.AddressWidth) - 1),
        _ => null,
    };

    private static (ulong First, ulong Last) Range(Iova at, PageCount pages) =>
        (at.Value, at.Value + ((pages.Value << Page.Shift) - 1));

    private static IEnumerable<ulong> Around(DriverRig rig, ulong first, ulong last) =>
        ((ulong[])
        [
            first, last, first - 1, last + 1, first & ~(Size2M - 1), first | (Size2M - 1), last & ~(Size2M - 1),
            last | (Size2M - 1), first - Size2M, last + Size2M, first | 0x3fff_ffff, last & ~0x3fff_fffful,
        ]).Where(at => rig.Configuration.Traits.IsWithinWidth(new Iova(at))).Distinct();

    private static List<(ulong At, ulong Value)> Stores(DriverRig rig) =>
    [
        .. rig.Unit.Log.OfType<PortEvent.Stored>()
            .Where(s => s.At.PageStart() != VtdLayout.Queue && s.At.PageStart() != VtdLayout.Status)
            .Select(s => (s.At.Value, s.Value.Value)),
    ];
}
