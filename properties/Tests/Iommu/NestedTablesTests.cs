using IoSpec.Contracts;
using IoSpec.Core.Iommu;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Iommu;

public sealed class NestedTablesTests
{
    private const int TableFrames = 4;
    private const int Pages = 64;
    private const ulong GuestTables = 0x500;
    private const ulong GuestPages = 0x9000;
    private const ulong HostPages = 0x7_0000;
    private const ulong All = (ulong)(Access.ReadWrite | Access.Execute);
    private const ulong Read = (ulong)Access.Read;
    private const ulong Write = (ulong)Access.Write;

    [Fact]
    public void An_address_is_translated_as_both_stages_one_after_the_other_translate_it()
    {
        var (tables, random) = (Made(), new SmallRandom(5));
        var first = new (ulong Guest, ulong Rights)?[Pages];
        var second = new ulong?[Pages];
        for (var round = 0; round < 20_000; round++)
        {
            var page = random.Below(Pages);
            switch (random.Below(4))
            {
                case 0:
                    first[page] = random.Below(3) == 0
                        ? null
                        : (GuestPages + (ulong)random.Below(Pages), random.Below(2) == 0 ? Read : Read | Write);
                    Store(tables, page, first[page]);
                    break;
                case 1:
                    Change(tables, second, page);
                    break;
                default:
                    Check(tables, first, second, page, random.Below(2) == 0 ? Read : Write);
                    break;
            }
        }
    }

    [Fact]
    public void What_is_cached_of_a_guest_page_is_used_until_it_is_invalidated()
    {
        var (tables, second) = (Made(), new ulong?[Pages]);
        Store(tables, 3, (GuestPages + 5, Read));
        Change(tables, second, 5);
        Assert.True(tables.TryTranslate(AddressOf(3), Read, out _));
        tables.UnmapGuest(GuestPages + 5, 1);
        Assert.True(tables.TryTranslate(AddressOf(3), Read, out _));
        tables.InvalidateGuest(GuestPages + 4, 1);
        Assert.True(tables.TryTranslate(AddressOf(3), Read, out _));
        tables.InvalidateGuest(GuestPages, Pages);
        Assert.False(tables.TryTranslate(AddressOf(3), Read, out _));
    }

    [Fact]
    public void Translating_allocates_nothing()
    {
        var (tables, second) = (Made(), new ulong?[Pages]);
        Store(tables, 3, (GuestPages + 5, Read));
        Change(tables, second, 5);
        tables.TryTranslate(AddressOf(3), Read, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Pages; i++) tables.TryTranslate(AddressOf(i), Read, out _);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1ul << 48)]
    [InlineData(0ul)]
    public void Tables_that_lead_nowhere_block(ulong iova)
    {
        var tables = new NestedTables(TableFrames) { GuestRoot = 0xffff_ffff_f000 };
        Assert.False(tables.TryTranslate(iova, Read, out _));
        tables.MapGuest(GuestTables, HostPages, 1, Access.Read);
        tables.GuestRoot = GuestTables << Page.Shift;
        Assert.False(tables.TryTranslate(iova, Read, out _));
    }

    // The tables of all levels, one each.
    private static NestedTables Made()
    {
        var tables = new NestedTables(TableFrames) { GuestRoot = GuestTables << Page.Shift };
        tables.MapGuest(GuestTables, 0, TableFrames, Access.Read);
        for (var level = 0ul; level < TableFrames - 1; level++)
            tables.Store(level << Page.Shift, ((GuestTables + level + 1) << Page.Shift) | NestedTables.Table | All);
        return tables;
    }

    private static ulong AddressOf(int page) => ((ulong)page << Page.Shift) | 0x18;

    private static void Store(NestedTables tables, int page, (ulong Guest, ulong Rights)? entry) => tables.Store(
        ((ulong)(TableFrames - 1) << Page.Shift) | ((ulong)page * sizeof(ulong)),
        entry is { } to ? (to.Guest << Page.Shift) | NestedTables.Leaf | to.Rights : 0);

    // Maps a guest page elsewhere, or not at all if it was mapped, and invalidates it.
    private static void Change(NestedTables tables, ulong?[] second, int page)
    {
        if (second[page] is null)
        {
            second[page] = HostPages + ((ulong)page * 7);
            tables.MapGuest(GuestPages + (ulong)page, second[page]!.Value, 1, Access.ReadWrite);
        }
        else
        {
            second[page] = null;
            tables.UnmapGuest(GuestPages + (ulong)page, 1);
        }

        tables.InvalidateGuest(GuestPages + (ulong)page, 1);
    }

    private static void Check(
        NestedTables tables, (ulong Guest, ulong Rights)?[] first, ulong?[] second, int page, ulong wanted)
    {
        var isThere = tables.TryTranslate(AddressOf(page), wanted, out var host);
        var entry = first[page];
        var frame = entry is { } to && (to.Rights & wanted) != 0 ? second[to.Guest - GuestPages] : null;
        Assert.Equal(frame is not null, isThere);
        if (frame is { } expected) Assert.Equal((expected << Page.Shift) | 0x18, host);
    }
}
