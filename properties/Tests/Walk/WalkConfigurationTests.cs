using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>What no configuration of <c>walk</c> may be, also not after shrinking.</summary>
public sealed class WalkConfigurationTests
{
    [Theory]
    [InlineData(4096, false, null)]
    [InlineData(8, false, "the events of functions are not all kept")]
    [InlineData(4096, true, "the events of functions are not all kept")]
    [InlineData(0, false, "the fault records are not from 1 to 4096")]
    public void The_events_of_functions_are_all_kept(int records, bool showsOverflow, string? problem) =>
        Assert.Equal(problem, Problem(new WalkUnit.Zpci(true, new Word(0x10_0804), new Iova(0), new Iova(0xfff)),
            new FaultReporting(records, FaultMerging.Alike, showsOverflow)));

    [Fact]
    public void Other_units_may_lose_records() => Assert.Null(Problem(
        new WalkUnit.Vtd(new Word(0), new Word(0), 39), new FaultReporting(1, FaultMerging.SameRequester, true)));

    [Theory]
    [InlineData(0x28, 12, 20, 0x10_0000, null)]
    [InlineData(0x29, 12, 20, 0x10_0000, "no device has the window 0x29")]
    [InlineData(0x28, 11, 20, 0x10_0000, "the pages of a window are not from 4 KiB to 16 GiB")]
    [InlineData(0x28, 16, 15, 0x10_0000, "a window does not have from 1 to 1048576 pages")]
    [InlineData(0x28, 12, 20, 0x14_0000, "the table of the window 0x28 is not in the memory for tables")]
    [InlineData(0x28, 12, 28, 0x10_0000, "the table of the window 0x28 is not in the memory for tables")]
    [InlineData(0x28, 16, 20, 0x10_0000, "the window 0x28 does not consist of whole pages", 0x1000)]
    [InlineData(0x28, 12, 20, 0x10_0000, "the window 0x28 does not consist of whole pages", 0x800)]
    [InlineData(0x28, 12, 20, 0x10_0000, "the window 0x28 goes beyond the last address", 0xffff_ffff_ffff_0000)]
    public void The_tables_of_windows_are_in_the_memory_for_tables(
        uint number, int pageShift, int sizeShift, ulong table, string? problem, ulong start = 0) =>
        Assert.Equal(problem, Problem(
            new WalkUnit.Tce([
                new TceWindow(
                    new RequesterId(number), new RequesterId(number), new Iova(start), pageShift,
                    new ByteCount(1ul << sizeShift), default, new Gpa(table)),
            ]),
            new FaultReporting(1, FaultMerging.Alike, ShowsOverflow: false)));

    [Theory]
    [InlineData(0x29, 0x10_0000, 0x10_1000, null)]
    [InlineData(0x28, 0x10_0000, 0x10_1000, "there are two windows 0x28")]
    [InlineData(0x29, 0xf_f000, 0x10_1000, "the windows 0x28 and 0x29 have addresses in common")]
    [InlineData(0x29, 0x10_0000, 0x10_0000, "the windows 0x28 and 0x29 have a table in common")]
    public void Windows_are_apart(uint number, ulong start, ulong table, string? problem) =>
        Assert.Equal(problem, Problem(
            new WalkUnit.Tce([Window(0x28, 0, 0x10_0000), Window(number, start, table)]),
            new FaultReporting(1, FaultMerging.Alike, ShowsOverflow: false)));

    [Fact]
    public void There_are_windows() => Assert.Equal("there are no windows", Problem(
        new WalkUnit.Tce([]), new FaultReporting(1, FaultMerging.Alike, ShowsOverflow: false)));

    private static TceWindow Window(uint number, ulong start, ulong table) => new(
        new RequesterId(0x28), new RequesterId(number), new Iova(start), Page.Shift, new ByteCount(1 << 20), default,
        new Gpa(table));

    private static string? Problem(WalkUnit unit, FaultReporting faults) => new WalkConfiguration(
        unit, WalkFeatures.None, faults,
        [new(new RequesterId(0x28), DmaKinds.All, new(1), new(1), new(4096), true, true, false)],
        new FrameRegion(new Gpa(0x10_0000), new PageCount(64)),
        [new FrameRegion(new Gpa(0x5a00_3000), new PageCount(40))],
        null,
        new IommuCache(2, 4)).Problem();
}
