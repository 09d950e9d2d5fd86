using IoSpec.Exec;
using Xunit;

namespace IoSpec.Tests.Exec;

/// <summary>How long a plug-in may take: a hang and the look at it again take two seconds together.</summary>
public sealed class PatienceTests
{
    private readonly Patience _patience = new();

    [Fact]
    public void Who_is_not_known_has_time_and_who_has_hung_has_less()
    {
        Assert.Equal(1200, _patience.Limit.TotalMilliseconds);
        _patience.LearnHang();
        Assert.Equal(800, _patience.Limit.TotalMilliseconds);
        _patience.LearnHang();
        Assert.Equal(300, _patience.Limit.TotalMilliseconds);
    }

    [Fact]
    public void Who_is_slow_but_answers_has_a_hundred_times_as_long()
    {
        _patience.Learn(1, TimeSpan.FromMilliseconds(9));
        _patience.LearnHang();
        Assert.Equal(900, _patience.Limit.TotalMilliseconds);
        _patience.Learn(1, TimeSpan.FromMilliseconds(400));
        Assert.Equal(1500, _patience.Limit.TotalMilliseconds);
    }
}
