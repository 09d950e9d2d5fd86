using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Zpci;
using IoSpec.Reference.Host;
using IoSpec.Reference.Migration;
using Xunit;
using DeviceState = IoSpec.Contracts.Migration.DeviceState;

namespace IoSpec.Tests.Host;

/// <summary>A guest with two functions on its way to the other host, call by call.</summary>
public sealed class HostFunctionTests
{
    private const MigrationFlags P2P = MigrationFlags.StopCopy | MigrationFlags.P2P;
    private static readonly GuestId Guest = new(0);
    private static readonly DeviceId One = new(0);
    private static readonly DeviceId Two = new(1);

    [Fact]
    public void A_function_that_is_quiescent_reaches_memory_and_no_peer()
    {
        var host = Host(P2P, P2P);
        Assert.NotNull(Reached(host, One, HostLayout.Bar(Two)));
        Apply(host, new HostOperation.StartMigration(Guest), new HostOperation.Advance(Guest));
        Assert.NotNull(Reached(host, One, HostLayout.Memory));
        Assert.Null(Reached(host, One, HostLayout.Bar(Two)));
        Assert.NotNull(Reached(host, Two, HostLayout.Bar(One)));
    }

    [Fact]
    public void A_function_that_is_stopped_reaches_nothing_and_one_that_is_emulated_neither()
    {
        var host = Host(P2P, MigrationFlags.None);
        Apply(host, new HostOperation.StartMigration(Guest), new HostOperation.Advance(Guest));
        Assert.NotNull(Reached(host, One, HostLayout.Memory));
        Assert.Null(Reached(host, Two, HostLayout.Memory));
        Apply(host, new HostOperation.Advance(Guest));
        Assert.Null(Reached(host, One, HostLayout.Memory));
        Apply(host, new HostOperation.Cancel(Guest));
        Assert.NotNull(Reached(host, One, HostLayout.Memory));
        Assert.NotNull(Reached(host, Two, HostLayout.Memory));
    }

    [Fact]
    public void What_is_written_while_functions_are_quiescent_arrives()
    {
        var host = Host(P2P, P2P);
        Apply(
            host, new HostOperation.Post(One, new Iova(0x4000_1000)), new HostOperation.StartMigration(Guest),
            new HostOperation.Advance(Guest), Write(One, HostLayout.Memory), Write(Two, HostLayout.Bar(One)));
        var arrived = Assert.IsType<HostObservation.Arrived>(host.Apply(new HostOperation.Finish(Guest)));
        Assert.Equal(
            [new PageStamp(HostLayout.Memory, new Held(3)), new PageStamp(HostLayout.Bar(One), new Held(4))],
            arrived.Pages.ToArray());
        Assert.Equal(
            new HostObservation.Buffer(new Iova(0x4000_1000)), host.Apply(new HostOperation.Inspect(One)));
    }

    [Fact]
    public void All_functions_are_quiescent_before_one_is_stopped_and_before_one_runs_again()
    {
        var host = Host(P2P, P2P);
        Apply(host, new HostOperation.StartMigration(Guest));
        var arrived = Assert.IsType<HostObservation.Arrived>(host.Apply(new HostOperation.Finish(Guest)));
        Assert.Equal(
            [
                (0u, DeviceState.RunningP2P), (1u, DeviceState.RunningP2P), (0u, DeviceState.StopCopy),
                (1u, DeviceState.StopCopy), (0u, DeviceState.Stop), (1u, DeviceState.Stop),
                (0u, DeviceState.RunningP2P), (1u, DeviceState.RunningP2P), (0u, DeviceState.Resuming),
                (1u, DeviceState.Resuming), (0u, DeviceState.RunningP2P), (1u, DeviceState.RunningP2P),
                (0u, DeviceState.Running), (1u, DeviceState.Running),
            ],
            arrived.Steps.OfType<SteeringStep.SetState>().Select(step => (step.Device.Value, step.To)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_function_that_does_not_change_its_state_is_reset_and_its_guest_stays(int after)
    {
        var host = Host(P2P, P2P);
        Apply(host, new HostOperation.Break(Two, after), new HostOperation.StartMigration(Guest));
        var seen = Assert.IsType<HostObservation.Steered>(host.Apply(new HostOperation.Finish(Guest)));
        Assert.Contains(
            new SteeringStep.SetState(
                Two, DeviceState.RunningP2P, new MigrationObservation.Failed(MigrationError.Other)), seen.Steps);
        Assert.Equal(Two, Assert.Single(seen.Steps.OfType<SteeringStep.Reset>()).Device);
        Assert.Single(seen.Steps.OfType<SteeringStep.Failed>());
        Assert.Equal(new SteeringStep.Reached(MigrationGoal.Abort), seen.Steps[^1]);
        Assert.NotNull(Reached(host, One, HostLayout.Memory));
        Assert.Null(Reached(host, Two, HostLayout.Memory));
        Apply(host, new HostOperation.SetMaster(Two, true), new HostOperation.StartMigration(Guest));
        Assert.NotNull(Reached(host, Two, HostLayout.Memory));
        Assert.IsType<HostObservation.Arrived>(host.Apply(new HostOperation.Finish(Guest)));
    }

    [Fact]
    public void A_function_whose_changes_did_not_fail_is_not_reset_when_its_guest_stays()
    {
        var state = new HostState(Configuration(P2P));
        state.Go(new HostOperation.Post(One, new Iova(0x4000_1000)), new HostOperation.StartMigration(Guest));
        Assert.Equal(
            ["HOST-MIG-05"],
            Hosts.Broken(
                state, new HostOperation.Cancel(Guest),
                new HostObservation.Steered(
                [
                    new SteeringStep.Reset(One, MigrationObservation.Done.Instance), new SteeringStep.StopLog(),
                    new SteeringStep.Reached(MigrationGoal.Abort),
                ])));
    }

    [Fact]
    public void With_a_function_that_was_reset_a_migration_does_not_go_on()
    {
        var state = new HostState(Configuration(P2P | MigrationFlags.PreCopy));
        state.Go(new HostOperation.Break(One, 0));
        Assert.Equal(
            ["HOST-MIG-03"],
            Hosts.Broken(
                state, new HostOperation.StartMigration(Guest),
                new HostObservation.Steered(
                [
                    new SteeringStep.StartLog(),
                    new SteeringStep.SetState(
                        One, DeviceState.PreCopy, new MigrationObservation.Failed(MigrationError.Other)),
                    new SteeringStep.Reset(One, MigrationObservation.Done.Instance),
                    new SteeringStep.Reached(MigrationGoal.Save),
                ])));
    }

    [Fact]
    public void A_function_that_was_reset_can_be_made_to_fail_again()
    {
        var state = new HostState(Configuration(P2P));
        state.Go(
            new HostOperation.Break(One, 0), new HostOperation.ResetFunction(One), new HostOperation.Break(One, 1));
    }

    [Fact]
    public void Functions_that_cannot_leave_each_other_alone_are_not_migrated_together()
    {
        Assert.False(HostForm.Applies(
            new HostState(Configuration(P2P, MigrationFlags.StopCopy)), new HostOperation.StartMigration(Guest)));
        Assert.True(HostForm.Applies(
            new HostState(Configuration(MigrationFlags.StopCopy, MigrationFlags.None)),
            new HostOperation.StartMigration(Guest)));
    }

    [Fact]
    public void One_who_goes_on_although_a_change_of_state_failed_is_told_of_it_and_found()
    {
        var traits = new MigrationConfiguration.Group([P2P, P2P]);
        var deaf = new MigrationReference(MigrationRules.Standard, GroupRules.Standard);
        var parts = HostParts.Reference with
        {
            Migration = () => new Odd<MigrationConfiguration, MigrationOperation>(
                HostParts.Reference.Migration(), does =>
                {
                    if (does is not MigrationOperation.Orchestrate { Breaks: not null } told) return null;
                    deaf.Reset(traits);
                    deaf.Apply(new MigrationOperation.Orchestrate(MigrationGoal.Save, null));
                    return deaf.Apply(told with { Breaks = null });
                }),
        };
        var host = new ComposedHost(parts, HostRules.Standard);
        host.Reset(Configuration(P2P, P2P));
        var state = new HostState(Configuration(P2P, P2P));
        HostOperation[] before = [new HostOperation.Break(Two, 0), new HostOperation.StartMigration(Guest)];
        foreach (var operation in before) Assert.Empty(Hosts.Broken(state, operation, host.Apply(operation)));
        var finish = new HostOperation.Finish(Guest);
        Assert.Contains(
            "HOST-MIG-03", Hosts.Broken(state, finish, host.Apply(finish)), StringComparer.Ordinal);
    }

    [Fact]
    public void One_who_asks_for_a_state_again_goes_on_with_a_function_that_was_not_reset()
    {
        var host = new ComposedHost(AskingAgain(_ => null), HostRules.Standard);
        host.Reset(Configuration(P2P | MigrationFlags.PreCopy));
        var state = new HostState(Configuration(P2P | MigrationFlags.PreCopy));
        var (breaks, start) = (new HostOperation.Break(One, 0), new HostOperation.StartMigration(Guest));
        Assert.Empty(Hosts.Broken(state, breaks, host.Apply(breaks)));
        var seen = Assert.IsType<HostObservation.Steered>(host.Apply(start));
        Assert.Equal(2, seen.Steps.OfType<SteeringStep.SetState>().Count());
        Assert.Empty(seen.Steps.OfType<SteeringStep.Reset>());
        Assert.Equal(new SteeringStep.Reached(MigrationGoal.Save), seen.Steps[^1]);
        Assert.Empty(Hosts.Broken(state, start, seen));
    }

    [Fact]
    public void At_the_second_change_of_state_that_fails_a_goal_is_given_up()
    {
        var host = new ComposedHost(
            AskingAgain(does => does is MigrationOperation.SetState { To: DeviceState.PreCopy }
                ? new MigrationObservation.Failed(MigrationError.Other)
                : null),
            HostRules.Standard);
        host.Reset(Configuration(P2P | MigrationFlags.PreCopy));
        var seen = Assert.IsType<HostObservation.Steered>(host.Apply(new HostOperation.StartMigration(Guest)));
        Assert.Equal(
            [
                typeof(SteeringStep.StartLog), typeof(SteeringStep.SetState), typeof(SteeringStep.SetState),
                typeof(SteeringStep.Reset), typeof(SteeringStep.Failed),
            ],
            seen.Steps.Take(5).Select(step => step.GetType()));
        Assert.Equal(new SteeringStep.Reached(MigrationGoal.Abort), seen.Steps[^1]);
    }

    // Who drives the functions answers a failure by asking for the same state once more.
    private static HostParts AskingAgain(Func<MigrationOperation, Observation?> function)
    {
        var failed = new DeviceCall(0, DeviceCallKind.SetState, DeviceState.PreCopy, false);
        var again = new MigrationObservation.Calls(
            [new DeviceCall(-1, DeviceCallKind.StartLog, null, true), failed, failed with { Succeeded = true }], true);
        return HostParts.Reference with
        {
            Migration = () => new Odd<MigrationConfiguration, MigrationOperation>(
                HostParts.Reference.Migration(),
                does => does is MigrationOperation.Orchestrate { Breaks: not null } ? again : function(does)),
        };
    }

    [Fact]
    public void What_a_function_or_an_ISM_function_refuses_its_host_is_told()
    {
        var refusal = new MigrationObservation.Calls([], false);
        var function = Refusing(MigrationFlags.StopCopy, HostParts.Reference with
        {
            Migration = () => new Odd<MigrationConfiguration, MigrationOperation>(
                HostParts.Reference.Migration(), does => does is MigrationOperation.Reset ? refusal : null),
        });
        Assert.Equal(refusal, function.Apply(new HostOperation.ResetFunction(One)));
        var ended = new ZpciObservation.Listed(0, 0, default, false);
        var ism = Refusing(MigrationFlags.None, HostParts.Reference with
        {
            Zpci = () => new Odd<ZpciConfiguration, ZpciOperation>(
                HostParts.Reference.Zpci(), does => does is ZpciOperation.Disable ? ended : null),
        });
        Assert.Equal(ended, ism.Apply(new HostOperation.ResetFunction(One)));
    }

    private static ComposedHost Refusing(MigrationFlags states, HostParts parts)
    {
        var kind = states == MigrationFlags.None ? HostDeviceKind.Ism : HostDeviceKind.VirtualFunction;
        var host = new ComposedHost(parts, HostRules.Standard);
        host.Reset(Configuration() with { Devices = [new DeviceShape(kind, Guest, states, null)] });
        return host;
    }

    [Theory]
    [InlineData(HostDeviceKind.Ism, MigrationFlags.StopCopy, "only a virtual function has states of a migration")]
    [InlineData(HostDeviceKind.VirtualFunction, MigrationFlags.P2P, "the states of STOP_COPY are missing")]
    [InlineData(HostDeviceKind.VirtualFunction, MigrationFlags.StopCopy, null)]
    public void States_are_of_virtual_functions_and_whole(
        HostDeviceKind kind, MigrationFlags states, string? problem) =>
        Assert.Equal(
            problem, (Configuration(states) with { Devices = [new DeviceShape(kind, null, states, null)] }).Problem());

    private static HostConfiguration Configuration(params MigrationFlags[] states) => new(
        [new GuestShape(GuestIommu.None, false, new PageCount(4), DirtyDialect.Type1, 0, null, 0)],
        [.. states.Select(flags => new DeviceShape(HostDeviceKind.VirtualFunction, Guest, flags, null))],
        new IommuCache(1, 1), null);

    private static ComposedHost Host(params MigrationFlags[] states)
    {
        var host = new ComposedHost(HostParts.Reference, HostRules.Standard);
        host.Reset(Configuration(states));
        return host;
    }

    private static HostOperation.Dma Write(DeviceId device, Gpa at) =>
        new(device, DmaKind.Write, new Iova(at.Value), new ByteCount(1));

    private static Hpa? Reached(ComposedHost host, DeviceId device, Gpa at) =>
        Assert.Single(Assert.IsType<HostObservation.Moved>(host.Apply(Write(device, at))).Pieces).At;

    private static void Apply(ComposedHost host, params HostOperation[] operations)
    {
        foreach (var operation in operations) Assert.IsNotType<HostObservation.Refused>(host.Apply(operation));
    }
}
