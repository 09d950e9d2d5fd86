using IoSpec.Areas.Migration;
using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using IoSpec.Engine;
using Xunit;
using static IoSpec.Contracts.Migration.DeviceCallKind;

namespace IoSpec.Tests.Migration;

/// <summary>Calls written by hand to a group of two devices, and what they break.</summary>
public sealed class GroupJudgeTests
{
    private const MigrationFlags Both = MigrationFlags.StopCopy | MigrationFlags.P2P;

    private static readonly DeviceCall[] Quiet =
        [To(0, DeviceState.RunningP2P), To(1, DeviceState.RunningP2P)];

    private static readonly DeviceCall[] Copied = [To(0, DeviceState.StopCopy), To(1, DeviceState.StopCopy)];

    [Fact]
    public void All_devices_pass_the_barrier_before_the_first_one_stops()
    {
        Assert.Empty(Broken(Save(), Stop([.. Quiet, .. Copied])));
        Assert.Equal(["MIGRATION-ORC-01"], Broken(Save(), Stop(Copied)));
        Assert.Equal(["MIGRATION-ORC-01"], Broken(Save(), Stop([Quiet[0], Copied[0], Quiet[1], Copied[1]])));
    }

    [Fact]
    public void The_log_is_read_when_all_have_stopped()
    {
        Step[] before = [Save(), Stop([.. Quiet, .. Copied])];
        DeviceCall[] end = [Of(0, ReadToEnd), Of(1, ReadToEnd), To(0, DeviceState.Stop), To(1, DeviceState.Stop)];
        Assert.Empty(Broken([.. before, Finish([.. end, Of(-1, CollectLog), Of(-1, StopLog)])]));
        Assert.Equal(["MIGRATION-ORC-03"], Broken([.. before, Finish([.. end, Of(-1, StopLog)])]));
        Assert.Equal(["MIGRATION-ORC-05"], Broken([.. before, Finish([.. end.Skip(1), Of(-1, CollectLog)])]));
    }

    [Fact]
    public void No_device_is_asked_for_what_it_does_not_have() => Assert.Equal(
        ["MIGRATION-ORC-02"],
        Broken(new Step(MigrationGoal.Save, [Of(-1, StartLog), To(0, DeviceState.PreCopy)], true)));

    [Fact]
    public void RESUMING_is_left_when_interrupts_are_set_up_and_all_is_written()
    {
        var load = new Step(
            MigrationGoal.Load, [.. Quiet, To(0, DeviceState.Resuming), To(1, DeviceState.Resuming)], true);
        DeviceCall[] written = [Of(0, WriteAll), Of(1, WriteAll), Of(0, SetVectors), Of(1, SetVectors)];
        DeviceCall[] run = [.. Quiet, To(0, DeviceState.Running), To(1, DeviceState.Running)];
        Assert.Empty(Broken(load, new Step(MigrationGoal.FinishLoad, [.. written, .. run], true)));
        Assert.Equal(
            ["MIGRATION-ORC-04"], Broken(load, new Step(MigrationGoal.FinishLoad, [.. written.Take(2), .. run], true)));
        Assert.Equal(
            ["MIGRATION-ORC-05"], Broken(load, new Step(MigrationGoal.FinishLoad, [.. written.Skip(2), .. run], true)));
    }

    [Fact]
    public void A_goal_that_is_missed_is_not_said_to_be_reached()
    {
        Assert.Equal(["MIGRATION-ORC-07"], Broken(Save(), Stop([.. Quiet, Copied[0]])));
        var failed = To(1, DeviceState.StopCopy) with { Succeeded = false };
        Assert.Empty(Broken(Save(), Stop([.. Quiet, Copied[0], failed]) with { Succeeded = false }));
        Assert.Equal(["MIGRATION-ORC-06"], Broken(Save(), Stop([.. Quiet, Copied[0], failed])));
    }

    private static Step Save() => new(MigrationGoal.Save, [Of(-1, StartLog)], true);

    private static Step Stop(params ReadOnlySpan<DeviceCall> calls) =>
        new(MigrationGoal.StopAndSave, [.. calls], true);

    private static Step Finish(params ReadOnlySpan<DeviceCall> calls) =>
        new(MigrationGoal.FinishSave, [.. calls], true);

    private static DeviceCall To(int device, DeviceState state) => new(device, SetState, state, true);

    private static DeviceCall Of(int device, DeviceCallKind kind) => new(device, kind, null, true);

    private static List<string> Broken(params ReadOnlySpan<Step> steps)
    {
        var (referee, broken) = (new Referee(new MigrationArea()), new List<string>());
        referee.Start(new MigrationConfiguration.Group([Both, Both]));
        foreach (var (goal, calls, succeeded) in steps)
        {
            var operation = new MigrationOperation.Orchestrate(goal, null);
            Assert.True(referee.Applies(operation), $"{goal} does not apply");
            referee.Step(operation, new MigrationObservation.Calls(calls, succeeded));
            broken.AddRange(referee.Violations.Select(violation => violation.Requirement.Id));
        }

        return broken;
    }

    private sealed record Step(MigrationGoal Goal, ValueList<DeviceCall> Calls, bool Succeeded);
}
