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
    public void The_tables_of_windows_are_in_the_memory_for_tables(
        uint number, int pageShift, int sizeShift, ulong table, string? problem) =>
        Assert.Equal(problem, Problem(
            new WalkUnit.Tce([
                new TceWindow(
                    new RequesterId(number), new RequesterId(number), new Iova(0), pageShift,
                    new ByteCount(1ul << sizeShift), default, new Gpa(table)),
            ]),
            new FaultReporting(1, FaultMerging.Alike, ShowsOverflow: false)));

    private static string? Problem(WalkUnit unit, FaultReporting faults) => new WalkConfiguration(
        unit, WalkFeatures.None, faults,
        [new(new RequesterId(0x28), DmaKinds.All, new(1), new(1), new(4096), true, true, false)],
        new FrameRegion(new Gpa(0x10_0000), new PageCount(64)),
        [new FrameRegion(new Gpa(0x5a00_3000), new PageCount(40))],
        null,
        new IommuCache(2, 4)).Problem();
}
