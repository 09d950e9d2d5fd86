using IoSpec.Areas.Walk;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>What is judged of PCI functions of s390 where an implementation refuses an instruction.</summary>
public sealed class ZpciJudgeTests
{
    private const ulong At = 0x1_1234_5678;
    private const ulong Start = 0x1_0000_0000;
    private const ulong Page = 0x10_8228;
    private const ulong Designation = 0x10_0804;

    private static readonly RequesterId Function = new(0x28);

    private static readonly WalkOperation.Write Maps = new(
    [
        new EntryWrite(new Gpa(0x10_0010), new Word(0x10_4007)), new(new Gpa(0x10_4918), new Word(0x10_8000)),
        new(new Gpa(Page), new Word(0x5a00_3000)),
    ]);

    private static readonly WalkOperation.Write Removes = new([new EntryWrite(new Gpa(Page), new Word(0x400))]);

    private static readonly WalkOperation.Dma Reads = new(
        Function, null, AddressType.Untranslated, DmaKind.Read, Privileged: false, new Iova(At), new ByteCount(8));

    [Fact]
    public void Tables_that_were_not_registered_translate_nothing()
    {
        var referee = Started();
        var before = referee.Answer(Reads);
        Assert.Empty(Step(referee, Modify(4)));
        Assert.Equal([WalkRequirements.Zpci.Completion.Id], Refuses(referee));
        Assert.Empty(Step(referee, Reads, before));
    }

    [Fact]
    public void Tables_that_were_not_taken_away_still_translate()
    {
        var referee = Registered();
        var before = referee.Answer(Reads);
        Assert.Empty(Step(referee, Modify(5)));
        Assert.Equal([WalkRequirements.Zpci.Completion.Id], Refuses(referee));
        Assert.Empty(Step(referee, Reads, before));
    }

    [Fact]
    public void Of_tables_that_were_not_registered_again_nobody_knows_which_there_are()
    {
        var referee = Registered();
        Assert.Empty(Step(referee, Modify(6)));
        Assert.Equal([WalkRequirements.Zpci.Completion.Id], Refuses(referee));
        Assert.False(referee.Applies(Reads));
        Assert.False(referee.Applies(Refresh));
        Assert.True(referee.Applies(Maps));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void What_sets_tables_may_then_be_refused_and_ends_that_if_it_is_not(ulong control)
    {
        var referee = Registered();
        var before = referee.Answer(Reads);
        Step(referee, Modify(6));
        Refuses(referee);
        Assert.Empty(Step(referee, Modify(control)));
        Assert.Empty(Refuses(referee));
        Assert.False(referee.Applies(Reads));
        Assert.Empty(Step(referee, Modify(control)));
        Assert.Empty(Step(referee, new WalkOperation.Await(), WalkObservation.Done.Instance));
        Assert.True(referee.Applies(Reads));
        Assert.Equal(control == 5, referee.Answer(Reads) != before);
        Assert.Empty(Step(referee, Reads));
    }

    [Fact]
    public void What_was_not_refreshed_is_left_until_tables_are_registered_again()
    {
        var referee = Registered();
        var before = referee.Answer(Reads);
        Assert.Empty(Step(referee, Removes));
        Assert.Empty(Step(referee, Reads, before));
    }

    [Fact]
    public void Tables_that_were_taken_away_translate_nothing_once_that_was_awaited()
    {
        var referee = Registered();
        var before = referee.Answer(Reads);
        Assert.Empty(Step(referee, Modify(5)));
        Assert.Empty(Step(referee, new WalkOperation.Await()));
        Assert.NotEmpty(Step(referee, Reads, before));
    }

    [Fact]
    public void Nothing_comes_between_an_instruction_that_sets_tables_and_its_wait()
    {
        var referee = Started();
        Step(referee, Modify(4));
        Assert.All<WalkOperation>(
            [Maps, Reads, Modify(6), Refresh, new WalkOperation.ReadFaults()],
            operation => Assert.False(referee.Applies(operation)));
        Assert.True(referee.Applies(new WalkOperation.Await()));
    }

    private static WalkOperation.Submit Refresh =>
        new([new Word((0xd3ul << 56) | Function.Value), new Word(At & ~0xffful), new Word(0x1000)]);

    private static WalkOperation.Submit Modify(ulong control)
    {
        var head = new Word((0xd0ul << 56) | (control << 48) | Function.Value);
        return new(control == 5 ? [head] : [head, new Word(Start), new Word(Designation)]);
    }

    private static List<string> Refuses(Referee referee) =>
        Step(referee, new WalkOperation.Await(), WalkObservation.Stopped.Instance);

    private static List<string> Step(Referee referee, WalkOperation operation, Observation? seen = null)
    {
        referee.Violations.Clear();
        Assert.True(referee.Applies(operation));
        referee.Step(operation, seen ?? referee.Answer(operation));
        return [.. referee.Violations.Select(violation => violation.Requirement.Id)];
    }

    private static Referee Registered()
    {
        var referee = Started();
        foreach (var command in new[] { Modify(4), Refresh })
        {
            Assert.Empty(Step(referee, command));
            Assert.Empty(Step(referee, new WalkOperation.Await()));
        }

        return referee;
    }

    private static Referee Started()
    {
        var referee = new Referee(new WalkArea());
        referee.Start(new WalkConfiguration(
            new WalkUnit.Zpci(true, new Word(0xf0), new Iova(Start), new Iova((1ul << 42) - 1)),
            WalkFeatures.None, new FaultReporting(8, FaultMerging.Alike, ShowsOverflow: false),
            [new(Function, DmaKinds.All, new(1), new(1), new(4096), true, true, false)],
            new FrameRegion(new Gpa(0x10_0000), new PageCount(64)),
            [new FrameRegion(new Gpa(0x5a00_3000), new PageCount(40))], Nothing: null, new IommuCache(2, 4)));
        Step(referee, Maps);
        return referee;
    }
}
