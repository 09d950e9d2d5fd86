using IoSpec.Engine;
using IoSpec.Tests.Faulty;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class ConfirmationTests
{
    [Fact]
    public void What_a_target_always_does_shows_three_times_of_three() =>
        Assert.All(Campaigns.RunHere<SumsOnce>(64).Failures, failure => Assert.Equal(3, failure.Reproduced));

    [Fact]
    public void What_a_target_does_now_and_then_shows_less_often()
    {
        var failures = Campaigns.RunHere<Flaky>(64).Failures;
        Assert.NotEmpty(failures);
        Assert.All(failures, failure => Assert.InRange(failure.Reproduced, 0, 2));
    }

    [Fact]
    public void Every_try_is_on_a_fresh_target()
    {
        var opened = 0;
        var source = new TargetSource("", false, () =>
        {
            opened++;
            return new SumsOnce();
        });
        var failure = Campaigns.Raw<SumsOnce>(1)[0];
        using var blocks = new LocalBlockSource(new ToyArea(), source, new Draws(1), NoHeartbeat.Instance);
        Confirmation.Of(new ToyArea(), blocks, failure);
        Assert.Equal(1 + Confirmation.Tries, opened);
    }

    [Fact]
    public void What_is_reported_is_what_was_seen_at_the_last_try()
    {
        var failure = Campaigns.Raw<SumsOnce>(1)[0] with { Seen = [] };
        var source = FaultyTargets.Of<SumsOnce>();
        using var blocks = new LocalBlockSource(new ToyArea(), source, new Draws(1), NoHeartbeat.Instance);
        var confirmed = Confirmation.Of(new ToyArea(), blocks, failure);
        Assert.Equal(failure.Operations.Count, confirmed.Seen.Count);
        Assert.IsType<ToyObservation.Number>(confirmed.Seen[^1]);
    }
}
