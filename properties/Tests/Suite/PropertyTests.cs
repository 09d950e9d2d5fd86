using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;
using Xunit.Abstractions;

namespace IoSpec.Tests.Suite;

/// <summary>Properties as users write them; xunit's own chain runs around them.</summary>
public sealed class PropertyTests(ITestOutputHelper output) : IAsyncLifetime
{
    private int _expected = -1;
    private int _runs;
    private bool _isReady;

    public Task InitializeAsync()
    {
        _isReady = true;
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        if (_expected >= 0) Assert.Equal(_expected, _runs);
        return Task.CompletedTask;
    }

    [Property(MaxTest = 37)]
    public void The_number_of_values_is_kept_and_the_life_cycle_surrounds_them_all(int value)
    {
        output.WriteLine($"{value}");
        _expected = 37;
        _runs++;
        Assert.True(_isReady);
    }

    [Property]
    public bool A_property_may_answer(int value) => value + 1 > value || value == int.MaxValue;

    [Property(MaxTest = 5)]
    public async Task A_property_may_take_its_time(int value)
    {
        await Task.Yield();
        Assert.Equal(value, value);
    }

    [Property(Arbitrary = [typeof(EvenNumbers)])]
    public void Values_come_from_the_generators_that_are_named(Even number) => Assert.Equal(0, number.Value % 2);

    [Property(StartSize = 3, EndSize = 3)]
    public void Sizes_are_kept(int[] values) => Assert.InRange(values.Length, 0, 3);

    public sealed record Even(int Value);

    public static class EvenNumbers
    {
        public static Arbitrary<Even> Numbers() =>
            Gen.Choose(-100, 100).Select(half => new Even(2 * half)).ToArbitrary();
    }
}
