using System.Reflection;
using FsCheck.Xunit;
using Xunit;

namespace IoSpec.Tests.Suite;

public sealed class PropertyFailureTests
{
    [Fact]
    public void A_property_that_does_not_hold_throws_the_shrunk_value_and_how_to_try_it_again()
    {
        var failure = Failure(nameof(Broken.Numbers_are_small));
        Assert.Contains("Falsifiable", failure.Message, StringComparison.Ordinal);
        Assert.Contains("10", failure.Message.Split('\n'), StringComparer.Ordinal);
        Assert.Matches(@"replay: IOSPEC_REPLAY=\d+,\d+,\d+$", failure.Message);
    }

    [Fact]
    public void Replaying_tries_the_value_that_failed_first()
    {
        var replay = Failure(nameof(Broken.Numbers_are_small)).Message.Split('=')[^1];
        var broken = new Instance();
        Assert.Throws<PropertyFailedException>(() => Run(broken, nameof(Broken.Numbers_are_small), replay));
        Assert.True(broken.Seen[0] >= 10);
    }

    [Fact]
    public void The_same_values_are_tried_in_every_run()
    {
        var (one, other) = (new Instance(), new Instance());
        Assert.Equal(
            Failure(one, nameof(Broken.Numbers_are_small)).Message,
            Failure(other, nameof(Broken.Numbers_are_small)).Message);
        Assert.Equal(one.Seen, other.Seen);
    }

    [Fact]
    public void What_a_property_throws_is_kept()
    {
        var failure = Failure(nameof(Broken.Throws));
        Assert.IsType<InvalidOperationException>(failure.InnerException);
        Assert.Contains("no good", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replay_that_is_none_says_so() =>
        Assert.Throws<FormatException>(() => Run(new Instance(), nameof(Broken.Throws), "1"));

    private static PropertyFailedException Failure(string name) => Failure(new Instance(), name);

    private static PropertyFailedException Failure(Broken broken, string name) =>
        Assert.Throws<PropertyFailedException>(() => Run(broken, name, null));

    private static void Run(Broken broken, string name, string? replay) => PropertyCheck.Run(
        typeof(Broken), typeof(Broken).GetMethod(name, BindingFlags.Public | BindingFlags.Instance)!, broken, replay);

    // Abstract, so that xunit takes its properties for no tests.
    public abstract class Broken
    {
        public List<int> Seen { get; } = [];

        [Property]
        public bool Numbers_are_small(int value)
        {
            Seen.Add(value);
            return value < 10;
        }

        [Property]
        public void Throws(int value) => throw new InvalidOperationException($"no good: {value}");
    }

    private sealed class Instance : Broken;
}
