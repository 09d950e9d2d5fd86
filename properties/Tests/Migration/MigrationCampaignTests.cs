using IoSpec.Areas.Migration;
using IoSpec.Core.Migration;
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

    private sealed class KeepsSession : MigrationRules
    {
        public override bool ResetEndsSession => false;
    }
}
