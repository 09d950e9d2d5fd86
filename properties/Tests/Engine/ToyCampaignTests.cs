using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Faulty;
using IoSpec.Tests.Support;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

/// <summary>An area is one folder: everything that the engine does, it does with the toy.</summary>
public sealed class ToyCampaignTests
{
    [Fact]
    public void The_area_takes_at_most_150_lines() => Assert.InRange(
        Repository.Sources.Where(path => path.StartsWith("properties/Tests/Toy/", StringComparison.Ordinal))
            .Sum(path => Repository.Lines(path).Length),
        1, 150);

    [Fact]
    public void A_right_target_has_no_failure_and_every_requirement_is_put_to_the_test()
    {
        var result = Campaigns.RunHere<ToyTarget>(200);
        Assert.Empty(result.Failures);
        Assert.All(result.Evidence.Hits, hits => Assert.True(hits > 0));
        Assert.All(result.Evidence.Covered, count => Assert.True(count > 0));
        Assert.Equal(25, result.Evidence.Pairs.Count);
    }

    [Fact]
    public void Each_fault_is_found_as_what_it_is()
    {
        Finds<SumsOnce>("TOY-SUM-01/answer/sum/wrongvalue");
        Finds<CutsLargeNumbers>("TOY-READ-01/answer/read/wrongvalue", "TOY-SUM-01/answer/sum/wrongvalue");
        Finds<LendsTwice>("TOY-LEND-01/answer/borrow/wrongvalue");
        Finds<Throws>("TOY-LIVE-01/threw/read/missing");
        Finds<ReturnsNull>("TOY-LIVE-01/garbage/read/missing");
        Finds<ReturnsAnother>("TOY-LIVE-01/answer/read/wrongvalue");
        Finds<TakesNothingBack>("TOY-LIVE-01/answer/return/wrongvalue");
    }

    [Fact]
    public void A_failure_is_written_and_replayed_as_a_scenario()
    {
        var area = new ToyArea();
        var failure = Campaigns.RunHere<SumsOnce>(64).Failures[0];
        var text = ScenarioOf.Failure(area, failure, "toy", 1, "FAIL").Write(area);
        var read = ScenarioFormat.Read(text, "toy", id => id == "toy" ? area.Types : null);
        var source = FaultyTargets.Of<SumsOnce>() with { NeedsWorker = false };
        using var bench = new TestBench(area, source, Campaigns.Worker);
        Assert.Equal(failure.Signature, TestBench.Shown(read, bench.Run(read))!.Signature);
        Assert.Equal(failure.Operations, bench.Shrink(read, 100)!.Operations);
    }

    private static void Finds<T>(params string[] signatures)
        where T : ITarget, new()
    {
        var found = Campaigns.RunHere<T>(128).Failures.Select(failure => failure.Signature.ToString());
        Assert.Equal(signatures, found.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
