using IoSpec.Areas.Walk;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Mutants;
using IoSpec.Tests.Faulty;
using IoSpec.Tests.Toy;
using Xunit;
using static IoSpec.Tests.Toy.ToyOperation;
using Evaluate = System.Func<
    IoSpec.Contracts.Configuration, System.Collections.Generic.IReadOnlyList<IoSpec.Contracts.Operation>,
    IoSpec.Engine.Outcome>;

namespace IoSpec.Tests.Engine;

public sealed class ShrinkerTests
{
    private const int Seeds = 100;

    [Fact]
    public void A_wrong_sum_shrinks_to_one_write_and_one_sum() => ReachesOptimum<SumsOnce>(
        "TOY-SUM-01", new ToyConfiguration(1),
        [new Write(new Register(0), 1), new Sum([new Register(0), new Register(0)])]);

    [Fact]
    public void A_cut_number_shrinks_to_the_least_that_is_cut() => ReachesOptimum<CutsLargeNumbers>(
        "TOY-READ-01", new ToyConfiguration(1), [new Write(new Register(0), 0x10000), new Read(new Register(0))]);

    [Fact]
    public void A_ticket_lent_twice_shrinks_to_two_loans() => ReachesOptimum<LendsTwice>(
        "TOY-LEND-01", new ToyConfiguration(0), [new Borrow(), new Borrow()]);

    [Fact]
    public void What_a_target_chose_stays_with_the_step_that_returned_it() => ReachesOptimum<TakesNothingBack>(
        "TOY-LIVE-01", new ToyConfiguration(0), [new Borrow(), new Return(new Held(0))]);

    [Fact]
    public void A_loss_shrinks_to_the_operation_that_loses_the_target() => ReachesOptimum<Throws>(
        "TOY-LIVE-01", new ToyConfiguration(8), [new Read(new Register(7))]);

    [Fact]
    public void What_is_said_to_be_minimal_cannot_lose_an_operation_nor_be_made_simpler()
    {
        foreach (var (failure, evaluate) in Failures<CutsLargeNumbers>("TOY-SUM-01"))
        {
            var shrunk = new Shrinker(new ToyArea(), evaluate, true, 2000).Shrink(failure);
            Assert.True(shrunk.IsMinimal);
            Assert.Equal(failure.Signature, shrunk.Signature);
            for (var i = 0; i < shrunk.Operations.Count; i++)
            {
                Operation[] before = [.. shrunk.Operations.Take(i)];
                Operation[] after = [.. shrunk.Operations.Skip(i + 1)];
                Assert.False(Shows(evaluate, shrunk, [.. before, .. after]));
                foreach (var simpler in Simpler.Of(shrunk.Operations[i], typeof(ToyOperation)))
                    Assert.False(Shows(evaluate, shrunk, [.. before, (Operation)simpler, .. after]));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(40)]
    public void The_budget_is_kept_and_what_is_unfinished_is_not_called_minimal(int budget)
    {
        foreach (var (failure, evaluate) in Failures<SumsOnce>("TOY-SUM-01").Take(20))
        {
            var count = 0;
            Outcome Counted(Configuration configuration, IReadOnlyList<Operation> operations)
            {
                count++;
                return evaluate(configuration, operations);
            }

            var shrunk = new Shrinker(new ToyArea(), Counted, true, budget).Shrink(failure);
            Assert.Equal(count, shrunk.Evaluations);
            Assert.InRange(count, 1, budget);
            Assert.True(Shows(evaluate, shrunk, shrunk.Operations));
            if (count == budget) Assert.False(shrunk.IsMinimal);
        }
    }

    [Fact]
    public void What_does_not_show_again_stays_as_it_was()
    {
        var (failure, _) = Failures<SumsOnce>("TOY-SUM-01").First();
        var never = new Outcome([], [], []);
        var shrunk = new Shrinker(new ToyArea(), (_, _) => never, true, 2000).Shrink(failure);
        Assert.Equal(failure with { Evaluations = 1 }, shrunk);
    }

    [Fact]
    public void Cases_before_the_one_that_shows_it_cost_one_evaluation()
    {
        var mutant = MutantCatalogue.All.Single(m => m.Id == "vtd-leaf-rights-only");
        var (area, source) = (new WalkArea(), new TargetSource(mutant.Id, NeedsWorker: false, mutant.Open));
        var hunt = new Hunt { ShrinkEvaluations = 0 };
        var found = hunt.Run(area, source, mutant.Requirement, CancellationToken.None).Failure!;
        var own = SampleCase.Of(area, null, seed: 1, index: 0).Operations;
        var behind = found with { Operations = [.. own, area.ResetOperation, .. found.Operations] };
        var shrunk = Shrink(found);
        Assert.Equal(shrunk with { Evaluations = shrunk.Evaluations + 1 }, Shrink(behind) with
        {
            Operations = shrunk.Operations,
            Seen = shrunk.Seen,
        });
        Assert.Equal(shrunk.Operations, Shrink(behind).Operations);

        Failure Shrink(Failure failure)
        {
            using var player = new LocalBlockSource(area, source, new Draws(1), NoHeartbeat.Instance);
            return new Shrinker(area, player.Evaluate, true, 2000).Shrink(failure);
        }
    }

    [Fact]
    public void What_a_target_shows_once_in_its_life_shrinks_as_far_as_what_it_always_shows()
    {
        var failures = Enumerable.Range(1, 20)
            .SelectMany(seed => Campaigns.RunHere<CutsOnce>(64, 1, (ulong)seed).Failures);
        Assert.All(failures, shrunk =>
        {
            Assert.True(shrunk.IsMinimal);
            Assert.Equal(Confirmation.Tries, shrunk.Reproduced);
            Assert.Equal(2, shrunk.Operations.Count);
        });
        Assert.NotEmpty(failures);
    }

    [Fact]
    public void The_configuration_of_a_target_that_is_what_it_is_stays()
    {
        var (failure, evaluate) = Failures<SumsOnce>("TOY-SUM-01")
            .First(found => found.Failure.Configuration != new ToyConfiguration(1));
        var shrunk = new Shrinker(new ToyArea(), evaluate, withConfiguration: false, 2000).Shrink(failure);
        Assert.Equal(failure.Configuration, shrunk.Configuration);
    }

    private static void ReachesOptimum<T>(string requirement, Configuration configuration, Operation[] operations)
        where T : ITarget, new()
    {
        var evaluations = new List<int>();
        var reached = 0;
        foreach (var (failure, evaluate) in Failures<T>(requirement))
        {
            var shrunk = new Shrinker(new ToyArea(), evaluate, true, 2000).Shrink(failure);
            Assert.True(shrunk.IsMinimal);
            Assert.Equal(failure.Signature, shrunk.Signature);
            evaluations.Add(shrunk.Evaluations);
            var isOptimum = shrunk.Configuration.Equals(configuration) && shrunk.Operations.SequenceEqual(operations);
            reached += isOptimum ? 1 : 0;
        }

        Assert.True(evaluations.Count >= Seeds / 2, $"only {evaluations.Count} failures to shrink");
        evaluations.Sort();
        Assert.InRange(evaluations[evaluations.Count / 2], 1, 200);
        Assert.True(reached >= evaluations.Count * 95 / 100, $"the optimum in {reached} of {evaluations.Count}");
    }

    private static IEnumerable<(Failure Failure, Evaluate Evaluate)> Failures<T>(string requirement)
        where T : ITarget, new()
    {
        for (var seed = 1ul; seed <= Seeds; seed++)
        {
            var found = Campaigns.Raw<T>(seed).FirstOrDefault(f => f.Signature.Requirement == requirement);
            if (found is null) continue;
            using var source = new LocalBlockSource(
                new ToyArea(), FaultyTargets.Of<T>(), new Draws(seed), NoHeartbeat.Instance);
            yield return (found, source.Evaluate);
        }
    }

    private static bool Shows(Evaluate evaluate, Failure failure, IReadOnlyList<Operation> operations) =>
        Confirmation.Find(evaluate(failure.Configuration, operations), failure.Signature) is not null;
}
