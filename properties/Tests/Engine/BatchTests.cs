using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Faulty;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

/// <summary>Targets that want several operations at once are judged as if they had been asked one by one.</summary>
public sealed class BatchTests
{
    private const int Cases = 300;

    [Fact]
    public void A_good_target_leaves_the_same_evidence() =>
        Assert.Equal(
            ResultText.Of(RunHere(() => new ToyTarget())), ResultText.Of(RunHere(() => new Batched(new ToyTarget()))));

    [Fact]
    public void A_wrong_answer_is_the_same_failure()
    {
        IsSame(() => new SumsOnce());
        IsSame(() => new CutsLargeNumbers());
        IsSame(() => new LendsTwice());
    }

    [Fact]
    public void What_loses_the_target_is_found_at_its_operation()
    {
        IsSame(() => new Throws());
        IsSame(() => new ReturnsNull());
        IsSame(() => new ReturnsAnother());
    }

    [Fact]
    public void What_makes_no_sense_after_an_answer_is_played_again_without_it() =>
        IsSame(() => new TakesNothingBack());

    [Fact]
    public void A_loss_that_shows_only_at_once_is_in_doubt()
    {
        var result = RunHere(() => new Batched(new ToyTarget()) { LostAt = 5 });
        var failure = Assert.Single(result.Failures);
        Assert.Equal(0, failure.Reproduced);
        Assert.Equal(Verdict.Flaky, FailureVerdict.RawOf(result.Area, failure));
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
    }

    [Fact]
    public void What_is_slow_once_is_not_held_against_the_target()
    {
        var result = RunHere(() => new Batched(new ToyTarget()) { LostAt = 5, Kind = Loss.Hung, IsLostOnce = true });
        Assert.Empty(result.Failures);
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
    }

    private static void IsSame(Func<ToyTarget> make)
    {
        var (expected, actual) = (RunHere(make), RunHere(() => new Batched(make())));
        Assert.NotEmpty(expected.Failures);
        Assert.Equal(
            expected.Failures.Select(f => f.Signature), actual.Failures.Select(f => f.Signature));
        Assert.Equal(
            expected.Failures.Select(f => (f.Case, f.Operations.Count)),
            actual.Failures.Select(f => (f.Case, f.Operations.Count)));
    }

    private static CampaignResult RunHere(Func<ITarget> make) =>
        new Campaign(new ToyArea(), Campaigns.Settings(Cases), null)
            .RunHere(new TargetSource("toy", NeedsWorker: true, make));

    private sealed class Batched(ToyTarget inner) : ITarget<ToyConfiguration, ToyOperation>
    {
        private static int _lost;
        private int _batches;

        public int LostAt { get; init; } = -1;

        public Loss Kind { get; init; } = Loss.Crashed;

        public bool IsLostOnce { get; init; }

        public TargetIdentity Identity => inner.Identity;

        public int MostAtOnce => 7;

        public void Reset(ToyConfiguration configuration) => inner.Reset(configuration);

        public Observation Apply(ToyOperation operation) => inner.Apply(operation);

        public void ApplyAll(ReadOnlySpan<ToyOperation> operations, Span<Observation> seen)
        {
            if (++_batches == LostAt && (!IsLostOnce || ++_lost == 1)) throw new TargetLostException(Kind, "gone");
            for (var i = 0; i < operations.Length; i++) seen[i] = inner.Apply(operations[i]);
        }
    }
}
