using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class HeldStepsTests
{
    private static readonly List<Operation> Operations =
    [
        new ToyOperation.Borrow(), new ToyOperation.Read(new Register(0)), new ToyOperation.Borrow(), Return(0),
        Return(2),
    ];

    [Fact]
    public void What_is_held_follows_the_step_that_returned_it() => Assert.Equal(
        [Operations[0], Operations[2], Return(0), Return(1)], HeldSteps.Without(Operations, 1, 1));

    [Fact]
    public void What_a_step_that_is_gone_returned_no_step_returns() => Assert.Equal(
        [Operations[1], Operations[2], Return(int.MaxValue), Return(1)], HeldSteps.Without(Operations, 0, 1));

    [Fact]
    public void Several_steps_may_go() => Assert.Equal(
        [Operations[2], Return(int.MaxValue), Return(0)], HeldSteps.Without(Operations, 0, 2));

    [Fact]
    public void An_operation_stays_the_same_object_when_nothing_went()
    {
        Assert.Same(Operations[3], HeldSteps.Without(Operations[3], []));
        Assert.Same(Operations[1], HeldSteps.Without(Operations[1], [0]));
    }

    private static ToyOperation Return(int step) => new ToyOperation.Return(new Held(step));
}
