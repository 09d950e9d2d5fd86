using IoSpec.Contracts.Migration;
using IoSpec.Core.Migration;
using IoSpec.Reference.Migration;
using Xunit;

namespace IoSpec.Tests.Migration;

public sealed class StateMachineTests
{
    [Fact]
    public void There_are_94_pairs_of_different_states() =>
        Assert.Equal(94, NextStateVectors.All.Count(vector => vector.From != vector.To));

    [Fact]
    public void The_reference_takes_the_first_step_that_the_table_says() => Assert.All(
        NextStateVectors.All,
        vector => Assert.Equal(vector.First, First(StateMachine.Path(vector.Traits, vector.From, vector.To))));

    [Fact]
    public void The_optimized_core_takes_the_first_step_that_the_table_says() => Assert.All(
        NextStateVectors.All,
        vector => Assert.Equal(vector.First, NextStates.First(vector.Traits.Flags, vector.From, vector.To)));

    [Fact]
    public void Following_first_steps_is_the_path()
    {
        foreach (var (traits, from, to, first) in NextStateVectors.All.Where(vector => vector.First is not null))
        {
            var path = StateMachine.Path(traits, from, to);
            var at = from;
            for (var i = 1; i < path.Count; i++)
            {
                at = First(StateMachine.Path(traits, at, to))!.Value;
                Assert.Equal(path[i], at);
            }

            Assert.Equal((to, first), (at, path.Count > 1 ? path[1] : from));
        }
    }

    [Theory]
    [InlineData(MigrationFlags.StopCopy, 6)]
    [InlineData(MigrationFlags.StopCopy | MigrationFlags.P2P, 8)]
    [InlineData(MigrationFlags.StopCopy | MigrationFlags.PreCopy, 9)]
    [InlineData(MigrationFlags.StopCopy | MigrationFlags.P2P | MigrationFlags.PreCopy, 15)]
    public void A_device_has_as_many_arcs_as_its_driver_implements(MigrationFlags flags, int count)
    {
        var traits = Devices.Of(flags);
        var states = Enum.GetValues<DeviceState>();
        Assert.Equal(count, states.Sum(from => states.Count(to => StateMachine.HasArc(traits, from, to))));
    }

    [Fact]
    public void No_change_leads_to_or_from_ERROR_or_to_a_state_that_is_not_there()
    {
        var stopCopy = Devices.Of(MigrationFlags.StopCopy);
        foreach (var state in Enum.GetValues<DeviceState>())
        {
            Assert.True(StateMachine.Path(Devices.Full, state, DeviceState.Error).IsNone);
            Assert.True(StateMachine.Path(Devices.Full, DeviceState.Error, state).IsNone);
            Assert.True(StateMachine.Path(stopCopy, state, DeviceState.PreCopy).IsNone);
        }
    }

    [Fact]
    public void Only_the_last_step_of_a_change_opens_a_session()
    {
        foreach (var (traits, from, to, _) in NextStateVectors.All)
        {
            var path = StateMachine.Path(traits, from, to);
            for (var i = 1; i < path.Count - 1; i++) Assert.False(TransferSteps.Opens(path[i - 1], path[i]));
        }
    }

    private static DeviceState? First(StatePath path) => path.IsNone ? null : path[Math.Min(1, path.Steps)];
}
