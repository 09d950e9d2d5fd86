using IoSpec.Contracts;
using IoSpec.Tests.Faulty;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

/// <summary>Targets that crash, hang or answer nonsense in a worker: a verdict each, and the run goes on.</summary>
public sealed class WorkerLossTests
{
    private const int Cases = 64;

    [Fact]
    public void A_target_that_throws_is_lost_at_that_operation() => LosesAtRead<Throws>(Loss.Threw);

    [Fact]
    public void Null_is_no_answer() => LosesAtRead<ReturnsNull>(Loss.Garbage);

    [Fact]
    public void A_target_that_allocates_without_end_is_stopped() => LosesAtRead<AllocatesWithoutEnd>(Loss.Threw);

    [Fact]
    public void A_target_that_ends_its_process_has_crashed() => LosesAtRead<EndsProcess>(Loss.Crashed);

    [Fact]
    public void A_target_that_overflows_its_stack_has_crashed() => LosesAtRead<OverflowsStack>(Loss.Crashed);

    [Fact]
    [Trait("Category", "Slow")]
    public void A_target_that_spins_has_hung() => LosesAtRead<Spins>(Loss.Hung);

    [Fact]
    public void An_answer_to_another_operation_is_no_answer()
    {
        var failure = Assert.Single(Campaigns.RunInWorkers<ReturnsAnother>(Cases).Failures);
        Assert.Equal("TOY-LIVE-01/answer/read/wrongvalue", failure.Signature.ToString());
        Assert.Equal([new ToyOperation.Read(new Register(7))], failure.Operations);
    }

    [Fact]
    public void A_target_that_does_not_exist_is_unavailable_and_no_failure() =>
        Assert.Throws<TargetUnavailableException>(() => Campaigns.RunInWorkers<Unlisted>(1));

    [Fact]
    public void What_loses_the_target_again_and_again_is_avoided_and_the_rest_is_judged()
    {
        var result = Campaigns.RunInWorkers<EndsProcessInTwoWays>(Cases);
        Assert.Equal(
            ["TOY-LIVE-01/crashed/read/missing", "TOY-LIVE-01/crashed/sum/missing"],
            result.Failures.Select(failure => failure.Signature.ToString()).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.All(result.Failures, failure => Assert.Equal((true, 3), (failure.IsMinimal, failure.Reproduced)));
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
        Assert.True(result.Evidence.Avoided > 0);
        Assert.True(result.Evidence.Hits[ToyRequirements.Lend.Index] > 0);
    }

    private static void LosesAtRead<T>(Loss kind)
        where T : ITarget, new()
    {
        var result = Campaigns.RunInWorkers<T>(Cases);
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
        Assert.All(result.Evidence.Hits, hits => Assert.True(hits > 0));
        var failure = Assert.Single(result.Failures);
        Assert.Equal($"TOY-LIVE-01/{kind.ToString().ToLowerInvariant()}/read/missing", failure.Signature.ToString());
        Assert.Equal(kind, Assert.IsType<Lost>(failure.Seen[^1]).Kind);
        Assert.Equal(Campaigns.RunHere<Throws>(Cases).Failures[0].Case, failure.Case);
        Assert.Equal([new ToyOperation.Read(new Register(7))], failure.Operations);
        Assert.Equal((true, 3), (failure.IsMinimal, failure.Reproduced));
    }

    private sealed class Unlisted : ToyTarget;
}
