using System.Runtime.InteropServices;
using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Interop;
using IoSpec.VhostUser.Log;
using Xunit;

namespace IoSpec.Tests.VhostUser;

/// <summary>Marks are taken of a window to the page, and all others stay.</summary>
public sealed class MarkedPagesTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 63)]
    [InlineData(0, 64)]
    [InlineData(0, 65)]
    [InlineData(63, 1)]
    [InlineData(63, 2)]
    [InlineData(5, 200)]
    [InlineData(64, 64)]
    [InlineData((1 << 28) - 65, 65)]
    public void Of_a_window_all_marks_are_taken_and_no_others(long first, int pages)
    {
        using var log = new MarkedPages();
        using var backEnd = Map(log);
        var least = Math.Max(0, first - 70);
        var most = Math.Min((1 << 28) - 1, first + pages + 70);
        for (var page = least; page <= most; page++) Mark(backEnd, log, page);
        PageRun[] all = [new(default, new PageCount((ulong)pages))];
        Assert.Equal(all, Take(log, first, pages));
        Assert.Empty(Take(log, first, pages));
        for (var page = least; page <= most; page++)
            Assert.Equal(page < first || page >= first + pages, log.Has(new Gpa((ulong)page << Page.Shift)));
        Assert.True(log.GuardsHold);
    }

    [Fact]
    public void Marks_that_do_not_count_are_taken_and_not_given()
    {
        using var log = new MarkedPages();
        using var backEnd = Map(log);
        for (var page = 60; page < 70; page++) Mark(backEnd, log, page);
        var seen = log.Take(new Gpa(60 << Page.Shift), new PageCount(10), page => page.Value >> Page.Shift != 64);
        PageRun[] expected = [new(default, new PageCount(4)), new(new PageCount(5), new PageCount(5))];
        Assert.Equal(expected, seen);
        Assert.False(log.Has(new Gpa(64 << Page.Shift)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public void What_is_written_beside_the_log_is_seen(int past)
    {
        using var log = new MarkedPages();
        using var backEnd = Map(log);
        var (size, offset) = (log.Description.Size.Value, log.Description.Offset.Value);
        backEnd.Bytes(new ByteCount(past < 0 ? offset - 1 : offset + size), 1)[0] = 1;
        Assert.False(log.GuardsHold);
    }

    private static ValueList<PageRun> Take(MarkedPages log, long first, int pages) =>
        log.Take(new Gpa((ulong)first << Page.Shift), new PageCount((ulong)pages), static _ => true);

    private static SharedMemory Map(MarkedPages log) =>
        SharedMemory.Map(log.File, new ByteCount((ulong)RandomAccess.GetLength(log.File)));

    private static void Mark(SharedMemory memory, MarkedPages log, long page)
    {
        var place = new ByteCount(log.Description.Offset.Value + (ulong)(page / 8));
        MemoryMarshal.AsRef<byte>(memory.Bytes(place, 1)) |= (byte)(1 << (int)(page % 8));
    }
}
