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

    private static string? Problem(WalkUnit unit, FaultReporting faults) => new WalkConfiguration(
        unit, WalkFeatures.None, faults,
        [new(new RequesterId(0x28), DmaKinds.All, new(1), new(1), new(4096), true, true, false)],
        new FrameRegion(new Gpa(0x10_0000), new PageCount(64)),
        [new FrameRegion(new Gpa(0x5a00_3000), new PageCount(40))],
        null,
        new IommuCache(2, 4)).Problem();
}
