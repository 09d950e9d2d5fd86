using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Faulty;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class ExplainerTests
{
    [Fact]
    public void The_least_number_with_which_it_passes_is_told()
    {
        var cut = Failure<CutsLargeNumbers>("TOY-READ-01").Explanation!;
        Assert.Equal(
            ["step 1 is left out", "step 1 has value=65535 instead of 65536"], cut.PassesIf, StringComparer.Ordinal);
        var once = Failure<SumsOnce>("TOY-SUM-01").Explanation!;
        Assert.Contains("step 1 has value=0 instead of 1", once.PassesIf, StringComparer.Ordinal);
    }

    [Fact]
    public void A_number_that_may_be_another_one_in_all_steps_does_not_matter()
    {
        var failure = Failure<CutsLargeNumbers>("TOY-READ-01");
        var wide = failure with { Configuration = new ToyConfiguration(32), Explanation = null };
        Assert.Equal(
            [$"at {new Register(0)} everywhere"], Explained<CutsLargeNumbers>(wide).Irrelevant, StringComparer.Ordinal);
    }

    [Fact]
    public void What_is_said_does_not_matter_does_not_matter()
    {
        var failure = Failure<CutsLargeNumbers>("TOY-READ-01");
        Operation[] others = [.. failure.Operations.Select(operation => Coupling.Replace(
            operation, new Register(0), new Register(5)))];
        var source = FaultyTargets.Of<CutsLargeNumbers>();
        using var blocks = new LocalBlockSource(new ToyArea(), source, new Draws(1), NoHeartbeat.Instance);
        Assert.NotNull(Confirmation.Find(blocks.Evaluate(new ToyConfiguration(8), others), failure.Signature));
    }

    [Fact]
    public void Nothing_is_said_of_a_failure_that_does_not_show_every_time() =>
        Assert.All(Campaigns.RunHere<Flaky>(64).Failures, failure => Assert.Null(failure.Explanation));

    [Fact]
    public void Never_are_more_sequences_run_than_allowed()
    {
        var failure = Failure<CutsLargeNumbers>("TOY-READ-01");
        var counted = new CountedSource(FaultyTargets.Of<CutsLargeNumbers>());
        Explainer.Explain(new ToyArea(), counted, counted.Evaluate, failure, budget: 5);
        Assert.Equal(5, counted.Evaluations);
    }

    private static Failure Failure<T>(string requirement)
        where T : ITarget, new() =>
        Campaigns.RunHere<T>(128).Failures.Single(failure => failure.Signature.Requirement == requirement);

    private static Explanation Explained<T>(Failure failure)
        where T : ITarget, new()
    {
        using var source = new LocalBlockSource(
            new ToyArea(), FaultyTargets.Of<T>(), new Draws(1), NoHeartbeat.Instance);
        return Explainer.Explain(new ToyArea(), source, source.Evaluate, failure, Explainer.Usual).Explanation!;
    }

    private sealed class CountedSource(TargetSource source) : IBlockSource
    {
        private readonly LocalBlockSource _source = new(new ToyArea(), source, new Draws(1), NoHeartbeat.Instance);

        public int Evaluations { get; private set; }

        public TargetIdentity Identity => _source.Identity;

        public Capabilities? Capabilities => _source.Capabilities;

        public BlockResult Run(long first, int count, Func<bool> goesOn) => _source.Run(first, count, goesOn);

        public BlockResult RunAgain(long first, int count) => _source.RunAgain(first, count);

        public Outcome Evaluate(Configuration configuration, IReadOnlyList<Operation> operations)
        {
            Evaluations++;
            return _source.Evaluate(configuration, operations);
        }

        public SecondOpinion? AskAgain(Configuration configuration, IReadOnlyList<Operation> operations) => null;

        public void Renew() => _source.Renew();

        public void Dispose() => _source.Dispose();
    }
}
