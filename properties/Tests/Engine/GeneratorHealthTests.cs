using IoSpec.Engine;
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
    public void What_was_met_in_few_cases_and_what_was_not_drawn_is_told()
    {
        var evidence = new Evidence(4, 2) { CasesRun = 1000, Operations = 2500 };
        (evidence.Cases[0], evidence.Cases[1], evidence.Cases[2]) = (9, 10, 0);
        evidence.AddPair("write>read", 3);
        evidence.AddPair("read>sum", 1);
        var health = GeneratorHealth.Of(Campaigns.RunHere<ToyTarget>(1) with { Evidence = evidence });
        Assert.Equal(["TOY-READ-01"], health.RarelyMet, StringComparer.Ordinal);
        Assert.Equal(["borrow", "return"], health.NeverDrawn, StringComparer.Ordinal);
        Assert.Equal(2.5, health.MeanLength);
    }
}
