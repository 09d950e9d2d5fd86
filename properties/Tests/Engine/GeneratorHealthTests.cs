using IoSpec.Engine;
using IoSpec.Tests.Faulty;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class GeneratorHealthTests
{
    [Fact]
    public void A_generator_that_tries_everything_is_in_good_health()
    {
        var result = Campaigns.RunHere<ToyTarget>(200);
        var health = GeneratorHealth.Of(result);
        Assert.Empty(health.RarelyMet);
        Assert.Empty(health.NeverDrawn);
        Assert.Equal((double)result.Evidence.Operations / 200, health.MeanLength);
    }

    [Fact]
    public void Sizes_and_the_mix_of_operations_are_counted_and_draws_that_came_to_nothing()
    {
        var evidence = Campaigns.RunHere<ToyTarget>(300).Evidence;
        Assert.Equal(evidence.CasesRun, evidence.Lengths.Aggregate(0ul, (sum, count) => sum + count));
        Assert.Equal(evidence.Operations, evidence.Kinds.Aggregate(0ul, (sum, kind) => sum + kind.Value));
        Assert.True(evidence.Lengths[0] > 0 && evidence.Lengths[^2] > 0);
        // What was not lent is not returned.
        Assert.True(evidence.Discarded > 0);
        Assert.Equal(0ul, evidence.Stuck);
        var settings = Campaigns.Settings(20) with
        {
            Without = new SortedSet<string>(["write", "read", "sum", "borrow"], StringComparer.Ordinal),
        };
        var stuck = new Campaign(new ToyArea(), settings, null).RunHere(FaultyTargets.Of<ToyTarget>()).Evidence;
        Assert.Equal((0ul, true), (stuck.Operations, stuck.Stuck > 0 && stuck.Discarded == 8 * stuck.Stuck));
    }

    [Fact]
    public void What_was_met_in_few_cases_and_what_was_not_drawn_is_told()
    {
        var evidence = new Evidence(4, 2) { CasesRun = 1000, Operations = 2500 };
        (evidence.Cases[0], evidence.Cases[1], evidence.Cases[2]) = (9, 10, 0);
        foreach (var kind in (string[])["write", "read", "sum"]) evidence.AddKind(kind, 3);
        var health = GeneratorHealth.Of(Campaigns.RunHere<ToyTarget>(1) with { Evidence = evidence });
        Assert.Equal(["TOY-READ-01"], health.RarelyMet, StringComparer.Ordinal);
        Assert.Equal(["borrow", "return"], health.NeverDrawn, StringComparer.Ordinal);
        Assert.Equal(2.5, health.MeanLength);
    }
}
