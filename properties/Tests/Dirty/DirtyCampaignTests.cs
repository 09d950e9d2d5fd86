using IoSpec.Areas.Dirty;
using IoSpec.Contracts;
using IoSpec.Core.Dirty;
using IoSpec.Reference.Dirty;
using IoSpec.Tests.Engine;
using Xunit;

namespace IoSpec.Tests.Dirty;

public sealed class DirtyCampaignTests
{
    [Fact]
    public void The_reference_conforms() =>
        AreaCampaign.Conforms(new DirtyArea(), () => new DirtyReference(TrackerRules.Standard));

    [Fact]
    public void The_optimized_core_conforms() => AreaCampaign.Conforms(new DirtyArea(), () => new OptimizedDirty());

    [Fact]
    public void The_same_is_found_on_one_thread_and_on_several() =>
        AreaCampaign.FindsTheSameOnSeveralThreads(new DirtyArea(), () => new DirtyReference(new MarksFirstPage()));

    private sealed class MarksFirstPage : TrackerRules
    {
        public override IovaRange Marked(Iova at, ByteCount length) => Ranges.Of(at, new PageCount(1));
    }
}
