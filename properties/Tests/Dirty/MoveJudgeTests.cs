using IoSpec.Areas.Dirty;
using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Engine;
using Xunit;
using static IoSpec.Contracts.Dirty.DirtyObservation;

namespace IoSpec.Tests.Dirty;

/// <summary>What arrives of a machine that is migrated.</summary>
public sealed class MoveJudgeTests
{
    private static readonly Iova First = new(0x1000);
    private static readonly Iova Second = new(0x2000);

    [Fact]
    public void A_lost_page_is_blamed_on_when_it_was_written()
    {
        Assert.Empty(Broken());
        Assert.Equal(["DIRTY-MOV-01"], Broken(First));
        Assert.Equal(["DIRTY-MOV-02"], Broken(Second));
    }

    [Fact]
    public void What_is_written_meanwhile_is_there_afterwards()
    {
        var own = Trackers.Of(Trackers.Traits with { Features = DirtyFeatures.Moves }, WriterKind.Emulated);
        Trackers.Step mapped = new(Trackers.Map(0, 8), Trackers.Ok), written = new(
            Trackers.Write(Trackers.One, 0x1000), Trackers.Ok);
        Trackers.Step move = new(new DirtyOperation.Move(null), new Arrived([]));
        var meanwhile = move with
        {
            Operation = new DirtyOperation.Move(new MeanwhileWrite(Trackers.One, Second, new ByteCount(1))),
        };
        Assert.DoesNotContain("DIRTY-MOV-01", Trackers.Met(own, [mapped, move]), StringComparer.Ordinal);
        Assert.DoesNotContain("DIRTY-MOV-02", Trackers.Met(own, [mapped, written, move]), StringComparer.Ordinal);
        Assert.Contains("DIRTY-MOV-01", Trackers.Met(own, [mapped, written, move]), StringComparer.Ordinal);
        Assert.Contains("DIRTY-MOV-02", Trackers.Met(own, [mapped, meanwhile]), StringComparer.Ordinal);
        Trackers.Step copied = new(Trackers.Copy(0x2000), new Content(new Held(1)));
        Assert.Empty(Trackers.Broken(own, [mapped, meanwhile, copied]));
        var lost = move with { Seen = new Arrived([First]) };
        Assert.Equal(["DIRTY-MOV-01"], Trackers.Broken(own, [mapped, written, lost]));
    }

    // The first page is written before, the second one meanwhile.
    private static List<string> Broken(params ValueList<Iova> lost)
    {
        var referee = new Referee(new DirtyArea());
        referee.Start(new DirtyConfiguration(
            DirtyDialect.Aggregate,
            new DirtyTraits(
                Granule: 0, ReportSizes: 1, SecondStart.Keeps, RefusesWhenOff: true, WindowRule.Any,
                OutlivesMapping: true, StartsDirty: false, DirtyFeatures.Moves, new PageCount(64)),
            [WriterKind.Emulated]));
        referee.Step(new DirtyOperation.Map(First, new PageCount(2)), Done.Instance);
        referee.Step(new DirtyOperation.Write(new WriterId(0), First, new ByteCount(1)), Done.Instance);
        var move = new DirtyOperation.Move(new MeanwhileWrite(new WriterId(0), Second, new ByteCount(1)));
        Assert.True(referee.Applies(move));
        referee.Step(move, new Arrived(lost));
        return [.. referee.Violations.Select(violation => violation.Requirement.Id)];
    }
}
