using IoSpec.Areas.Walk;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk.Tce;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>What is judged of windows of pseries where an implementation does something else.</summary>
public sealed class TceJudgeTests
{
    private const ulong Slot = 0x10_0028;
    private const ulong At = 0x5000;

    private static readonly RequesterId Bridge = new(0x28);

    private static readonly WalkOperation.Write Maps =
        new([new EntryWrite(new Gpa(Slot), new Word(0x5a00_3003))]);

    private static readonly WalkOperation.Submit Removes =
        new(new TceCall(TceCall.Stuff, Bridge, new Iova(At), default, 1).Words());

    private static readonly WalkOperation.Dma Reads = new(
        Bridge, null, AddressType.Untranslated, DmaKind.Read, Privileged: false, new Iova(At), new ByteCount(8));

    [Fact]
    public void A_call_that_was_refused_has_changed_nothing()
    {
        var referee = Started();
        Assert.Empty(Step(referee, Maps));
        var before = referee.Answer(Reads);
        Assert.Empty(Step(referee, Removes));
        Assert.Equal(
            [WalkRequirements.Tce.Completion.Id],
            Step(referee, new WalkOperation.Await(), WalkObservation.Stopped.Instance));
        Assert.Empty(Step(referee, Reads, before));
    }

    [Fact]
    public void A_call_that_was_taken_counts_once_it_was_awaited()
    {
        var referee = Started();
        Assert.Empty(Step(referee, Maps));
        var before = referee.Answer(Reads);
        Assert.Empty(Step(referee, Removes));
        Assert.Empty(Step(referee, new WalkOperation.Await()));
        Assert.Equal([WalkRequirements.Tce.TableInvalidation.Id], Step(referee, Reads, before));
    }

    [Fact]
    public void Nothing_comes_between_a_call_and_its_wait()
    {
        var referee = Started();
        Step(referee, Maps);
        Step(referee, Removes);
        Assert.All<WalkOperation>(
            [Maps, Reads, Removes, new WalkOperation.ReadEntry(new Gpa(Slot))],
            operation => Assert.False(referee.Applies(operation)));
        Assert.True(referee.Applies(new WalkOperation.Await()));
    }

    [Theory]
    [InlineData(0x5a00_3003, true)]
    [InlineData(0x7000_0003, false)]
    [InlineData(0x7000_0000, true)]
    public void What_has_rights_leads_to_memory(ulong entry, bool applies)
    {
        var referee = Started();
        var put = new TceCall(TceCall.Put, Bridge, new Iova(At), new Word(entry), 0).Words();
        Assert.Equal(
            (applies, applies),
            (referee.Applies(new WalkOperation.Write([new EntryWrite(new Gpa(Slot), new Word(entry))])),
                referee.Applies(new WalkOperation.Submit(put))));
    }

    [Theory]
    [InlineData(Slot, true)]
    [InlineData(0x10_07f0, true)]
    [InlineData(0x10_07f8, false)]
    [InlineData(0x10_0800, false)]
    public void Only_entries_that_are_no_harness_own_are_read(ulong entry, bool applies) =>
        Assert.Equal(applies, Started().Applies(new WalkOperation.ReadEntry(new Gpa(entry))));

    [Fact]
    public void Nobody_asks_for_records_that_there_are_not()
    {
        Assert.False(Started().Applies(new WalkOperation.ReadFaults()));
        Assert.DoesNotContain(WalkRequirements.Tce.NotRecorded, WalkRequirements.Table.All);
    }

    private static List<string> Step(Referee referee, WalkOperation operation, Observation? seen = null)
    {
        referee.Violations.Clear();
        referee.Step(operation, seen ?? referee.Answer(operation));
        return [.. referee.Violations.Select(violation => violation.Requirement.Id)];
    }

    private static Referee Started()
    {
        var referee = new Referee(new WalkArea());
        referee.Start(new WalkConfiguration(
            new WalkUnit.Tce([
                new TceWindow(
                    Bridge, Bridge, default, Page.Shift, new ByteCount(1 << 20), new ByteCount(Page.Bytes),
                    new Gpa(0x10_0000)),
            ]),
            WalkFeatures.None, new FaultReporting(1, FaultMerging.Alike, ShowsOverflow: false),
            [new(Bridge, DmaKinds.All, new(1), new(1), new(4096), true, true, false)],
            new FrameRegion(new Gpa(0x10_0000), new PageCount(64)),
            [new FrameRegion(new Gpa(0x5a00_3000), new PageCount(40))], Nothing: null, new IommuCache(2, 4)));
        return referee;
    }
}
