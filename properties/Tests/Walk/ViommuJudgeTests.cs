using IoSpec.Areas.Walk;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>What is judged of a virtio IOMMU that does something else.</summary>
public sealed class ViommuJudgeTests
{
    private const string Attach = "01000000 01000000 28000000 00000000 00000000";
    private const string Map = "03000000 01000000 0050000000000000 ff6f000000000000 0030005a00000000 03000000";
    private const string MapNext = "03000000 01000000 0070000000000000 ff7f000000000000 0080005a00000000 03000000";
    private const string Unmap = "04000000 01000000 0050000000000000 ff6f000000000000 00000000";
    private const string Split = "04000000 01000000 0060000000000000 ff7f000000000000 00000000";

    private static readonly WalkOperation.Await Await = new();

    private static RequestRequirements Requests => WalkRequirements.Viommu.Requests!;

    [Fact]
    public void What_was_removed_is_not_used()
    {
        var referee = Started(Attach, Map);
        var before = referee.Answer(Write(0x5000));
        Assert.Empty(Send(referee, Unmap, status: 0));
        Assert.Equal([WalkRequirements.Viommu.TableInvalidation.Id], Step(referee, Write(0x5000), before));
    }

    [Fact]
    public void A_refused_removal_has_removed_nothing()
    {
        var referee = Started(Attach, Map);
        var before = referee.Answer(Write(0x5000));
        Assert.Equal([Requests.Done.Id], Send(referee, Unmap, status: 8));
        Assert.Empty(Step(referee, Write(0x5000), before));
    }

    [Fact]
    public void A_removal_that_would_split_spares_the_others()
    {
        var referee = Started(Attach, Map, MapNext);
        Assert.Empty(Send(referee, Split, status: 5));
        Assert.Equal([Requests.Spares.Id], Step(referee, Write(0x7000), Blocked(referee, Write(0x7000))));
        Assert.Empty(Send(referee, MapNext, status: 0));
    }

    [Fact]
    public void A_request_that_must_be_rejected_is_done_all_the_same()
    {
        var referee = Started();
        Assert.Equal([Requests.Rejected.Id], Send(referee, Attach[..^1] + "1", status: 0));
        Assert.Empty(Send(referee, Map, status: 0));
    }

    [Fact]
    public void Of_what_was_done_and_should_not_have_been_nothing_is_asked_until_it_is_removed()
    {
        var referee = Started(Attach, MapNext);
        Assert.Equal([Requests.Advised.Id], Send(referee, Map.Replace("ff6f", "fe6f", StringComparison.Ordinal), 0));
        Assert.False(referee.Applies(Write(0x5000)));
        Assert.True(referee.Applies(Write(0x7000)));
        Assert.Empty(Send(referee, Unmap, status: 0));
        Assert.True(referee.Applies(Write(0x5000)));
    }

    [Fact]
    public void A_device_that_gives_up_is_reset()
    {
        var referee = Started(Attach);
        Assert.Empty(Step(referee, new WalkOperation.Submit(ViommuRig.Command(Map, null))));
        Assert.Equal(
            [WalkRequirements.Viommu.Completion.Id], Step(referee, Await, WalkObservation.Stopped.Instance));
        Assert.Empty(Send(referee, Map, status: 6));
        Assert.Empty(Send(referee, Attach, status: 0));
    }

    [Theory]
    [InlineData("ff000000", 0, 0xeeee_eeee, null)]
    [InlineData("ff000000", 4, 2, "WALK-VIOMMU-REQ-05")]
    [InlineData(Attach, 0, 0, "WALK-VIOMMU-REQ-10")]
    [InlineData(Attach, 4, 0xee, "WALK-VIOMMU-REQ-06 WALK-VIOMMU-REQ-01")]
    [InlineData(Attach, 4, 0x100, "WALK-VIOMMU-REQ-07")]
    public void A_buffer_is_read_as_it_was_written(string request, ulong used, ulong word, string? violated)
    {
        var referee = Started();
        Step(referee, new WalkOperation.Submit(ViommuRig.Command(request, null)));
        var seen = new WalkObservation.Answered(new ByteCount(used), [new Word(word)]);
        Assert.Equal(violated ?? "", string.Join(' ', Step(referee, Await, seen)));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(4, 1)]
    public void A_buffer_is_as_long_as_it_was(ulong used, int more)
    {
        var referee = Started();
        Step(referee, new WalkOperation.Submit(ViommuRig.Command(Attach, null)));
        var seen = new WalkObservation.Answered(new ByteCount(used), [new Word(0), .. new Word[more]]);
        Assert.Equal([WalkRequirements.Live.Id], Step(referee, Await, seen));
    }

    [Fact]
    public void Nothing_comes_between_a_request_and_its_wait()
    {
        var referee = Started(Attach, Map);
        Step(referee, new WalkOperation.Submit(ViommuRig.Command(Unmap, null)));
        Assert.All<WalkOperation>(
            [Write(0x5000), new WalkOperation.ReadFaults(), new WalkOperation.Submit(ViommuRig.Command(Map, null))],
            operation => Assert.False(referee.Applies(operation)));
        Assert.True(referee.Applies(Await));
    }

    [Theory]
    [InlineData(UnitRegister.Bypass, 1, true)]
    [InlineData(UnitRegister.Bypass, 2, false)]
    [InlineData(UnitRegister.Tables, 0, false)]
    [InlineData(UnitRegister.Attachment, 0, false)]
    public void A_driver_writes_the_bypass_mode_only(UnitRegister register, ulong value, bool applies) =>
        Assert.Equal(applies, Started().Applies(new WalkOperation.Program(register, new Word(value))));

    [Theory]
    [InlineData(0x00000100_00000002, 0x28, 0x5000, null)]
    [InlineData(0x00000000_00000002, 0x28, 0, null)]
    [InlineData(0x00000102_00000002, 0x28, 0x5fff, null)]
    [InlineData(0x00000101_00000002, 0x28, 0x5000, "WALK-VIOMMU-FLT-02")]
    [InlineData(0x00000100_00000002, 0x29, 0x5000, "WALK-VIOMMU-FLT-02")]
    [InlineData(0x00000100_00000102, 0x28, 0x5000, "WALK-VIOMMU-FLT-02")]
    [InlineData(0x00000100_00000001, 0x28, 0x5000, "WALK-VIOMMU-FLT-03")]
    public void A_report_is_of_a_fault(ulong first, ulong endpoint, ulong at, string? violated)
    {
        var referee = Started(Attach);
        Step(referee, Write(0x5000));
        var seen = new WalkObservation.Faults([new Word(first), new Word(endpoint), new Word(at)], Overflow: false);
        Assert.Equal(violated is null ? [] : [violated], Step(referee, new WalkOperation.ReadFaults(), seen));
    }

    private static WalkOperation.Dma Write(ulong at) => new(
        new RequesterId(0x28), null, AddressType.Untranslated, DmaKind.Write, Privileged: false, new Iova(at),
        new ByteCount(8));

    private static WalkObservation.Transferred Blocked(Referee referee, WalkOperation.Dma dma)
    {
        var answer = (WalkObservation.Transferred)referee.Answer(dma);
        return new WalkObservation.Transferred(
            [.. answer.Pieces.Select(piece => piece with { Outcome = PieceOutcome.Blocked, At = default })]);
    }

    private static List<string> Send(Referee referee, string request, ulong status)
    {
        Assert.Empty(Step(referee, new WalkOperation.Submit(ViommuRig.Command(request, null))));
        return Step(referee, Await, new WalkObservation.Answered(new ByteCount(4), [new Word(status)]));
    }

    private static List<string> Step(Referee referee, WalkOperation operation, Observation? seen = null)
    {
        referee.Violations.Clear();
        Assert.True(referee.Applies(operation));
        referee.Step(operation, seen ?? referee.Answer(operation));
        return [.. referee.Violations.Select(violation => violation.Requirement.Id)];
    }

    private static Referee Started(params string[] requests)
    {
        var referee = new Referee(new WalkArea());
        referee.Start(ViommuRig.Configuration());
        foreach (var request in requests) Assert.Empty(Send(referee, request, status: 0));
        return referee;
    }
}
