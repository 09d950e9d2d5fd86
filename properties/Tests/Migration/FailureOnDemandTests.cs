using IoSpec.Areas.Migration;
using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using IoSpec.Engine;
using IoSpec.Reference.Migration;
using Xunit;
using static IoSpec.Contracts.Migration.MigrationOperation;

namespace IoSpec.Tests.Migration;

/// <summary>Which change of state a failure on demand belongs to.</summary>
public sealed class FailureOnDemandTests
{
    private static readonly MigrationOperation[] Unsure =
        [new SetState(DeviceState.StopCopy), new FailNext(0), new SetState(DeviceState.Stop), new FailNext(0)];

    [Fact]
    public void A_change_that_may_have_been_refused_does_not_use_it_up() => Assert.Empty(Broken(
        [
            .. Unsure, new SetState(DeviceState.PreCopyP2P), new GetState(), new SetState(DeviceState.Resuming),
        ],
        null));

    [Fact]
    public void A_change_that_was_made_uses_it_up() => Assert.Equal(
        ["MIGRATION-ARC-01"],
        Broken(
            [new FailNext(0), new SetState(DeviceState.Stop), new GetState(), new SetState(DeviceState.Stop)],
            new MigrationObservation.Failed(MigrationError.Other)));

    private static List<string> Broken(MigrationOperation[] operations, Observation? last)
    {
        var device = new MigrationConfiguration.OneDevice(Devices.Full);
        var referee = new Referee(new MigrationArea());
        var reference = new MigrationReference(MigrationRules.Standard, GroupRules.Standard);
        referee.Start(device);
        reference.Reset(device);
        for (var i = 0; i < operations.Length; i++)
        {
            Assert.True(referee.Applies(operations[i]), $"{operations[i]}");
            var seen = reference.Apply(operations[i]);
            referee.Step(operations[i], i == operations.Length - 1 ? last ?? seen : seen);
        }

        return [.. referee.Violations.Select(violation => violation.Requirement.Id)];
    }
}
