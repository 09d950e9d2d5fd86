using IoSpec.Areas.Migration;
using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using IoSpec.Core.Migration;
using IoSpec.Engine;
using IoSpec.Reference.Migration;
using IoSpec.Tests.Engine;
using Xunit;

namespace IoSpec.Tests.Migration;

public sealed class MigrationCampaignTests
{
    [Fact]
    public void The_reference_conforms() =>
        AreaCampaign.Conforms(
            new MigrationArea(), () => new MigrationReference(MigrationRules.Standard, GroupRules.Standard));

    [Fact]
    public void The_optimized_core_conforms() =>
        AreaCampaign.Conforms(new MigrationArea(), () => new OptimizedMigration());

    [Fact]
    public void The_same_is_found_on_one_thread_and_on_several() =>
        AreaCampaign.FindsTheSameOnSeveralThreads(
            new MigrationArea(), () => new MigrationReference(new KeepsSession(), GroupRules.Standard));

    [Fact]
    public void A_device_is_judged_whose_streams_are_as_short_as_its_words()
    {
        var traits = Devices.Full with { Registers = 4, Longest = new ByteCount(32) };
        var area = new MigrationArea();
        var settings = new CampaignSettings { Seed = 1, Cases = 200 };
        var result = new Campaign(area, settings, null).RunHere(new TargetSource("", false, () => new Short(traits)));
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}"));
        Assert.NotEqual(0ul, result.Evidence.Hits[MigrationRequirements.Res03.Index]);
    }

    private sealed class Short(MigrationTraits traits) : ITarget<MigrationConfiguration, MigrationOperation>
    {
        private readonly MigrationReference _device = new(MigrationRules.Standard, GroupRules.Standard);

        public TargetIdentity Identity => _device.Identity;

        public Capabilities Capabilities { get; } = new MigrationCapabilities(traits, [], []);

        public void Reset(MigrationConfiguration configuration) => _device.Reset(configuration);

        public Observation Apply(MigrationOperation operation) => _device.Apply(operation);
    }

    private sealed class KeepsSession : MigrationRules
    {
        public override bool ResetEndsSession => false;
    }
}
