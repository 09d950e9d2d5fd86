using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class StepLimitTests
{
    [Theory]
    [InlineData(0, 0, 0, 20_000)] // being opened
    [InlineData(-1, 1000, 1, 5000)] // a reset
    [InlineData(5, 10, 1, 5000)] // not known yet
    [InlineData(5, 1000, 0, 200)] // a fast target
    [InlineData(5, 1000, 10, 1000)] // a hundred times the longest step
    [InlineData(5, 1000, 4000, 5000)] // a slow target
    public void A_step_may_take(int step, long beats, int slowest, int milliseconds)
    {
        var limit = TimeSpan.FromMilliseconds(milliseconds);
        var longest = TimeSpan.FromMilliseconds(slowest);
        Assert.Equal(limit, new StepLimit(1, 0, TimeSpan.Zero).For(step, beats, longest));
        Assert.Equal(2 * limit, new StepLimit(2, 0, TimeSpan.Zero).For(step, beats, longest));
    }
}
