using IoSpec.Contracts;
using IoSpec.Tests.Faulty;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class DeterminismTests
{
    private const int Cases = 700; // Two whole blocks and a part.

    [Fact]
    public void The_same_campaign_shows_the_same_again_and_on_another_thread()
    {
        var here = ResultText.Of(Campaigns.RunHere<CutsLargeNumbers>(Cases));
        var there = "";
        var thread = new Thread(() => there = ResultText.Of(Campaigns.RunHere<CutsLargeNumbers>(Cases)));
        thread.Start();
        thread.Join();
        Assert.Equal(here, there);
        Assert.Equal(here, ResultText.Of(Campaigns.RunHere<CutsLargeNumbers>(Cases)));
        Assert.Contains("TOY-READ-01", here, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void However_many_blocks_run_at_a_time_the_same_is_shown(int workers)
    {
        Same<ToyTarget>(workers);
        Same<SumsOnce>(workers);
        Same<Throws>(workers);
    }

    [Fact]
    public void Another_seed_runs_other_cases()
    {
        var one = ResultText.Of(Campaigns.RunHere<ToyTarget>(50, seed: 1).Evidence);
        Assert.NotEqual(one, ResultText.Of(Campaigns.RunHere<ToyTarget>(50, seed: 2).Evidence), StringComparer.Ordinal);
    }

    [Fact]
    public void Worker_processes_show_what_is_shown_in_this_one()
    {
        var here = ResultText.Of(Campaigns.RunHere<CutsLargeNumbers>(Cases));
        Assert.Equal(here, ResultText.Of(Campaigns.RunInWorkers<CutsLargeNumbers>(Cases)));
        Assert.Equal(here, ResultText.Of(Campaigns.RunInWorkers<CutsLargeNumbers>(Cases, workers: 2)));
    }

    private static void Same<T>(int workers)
        where T : ITarget, new() => Assert.Equal(
        ResultText.Of(Campaigns.RunHere<T>(Cases)), ResultText.Of(Campaigns.RunHere<T>(Cases, workers)));
}
