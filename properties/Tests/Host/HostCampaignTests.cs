using IoSpec.Areas.Host;
using IoSpec.Core.Dirty;
using IoSpec.Core.Dma;
using IoSpec.Core.Iommu;
using IoSpec.Core.Migration;
using IoSpec.Core.Pasids;
using IoSpec.Core.Virtio;
using IoSpec.Core.Zpci;
using IoSpec.Reference.Host;
using IoSpec.Tests.Engine;
using Xunit;

namespace IoSpec.Tests.Host;

public sealed class HostCampaignTests
{
    [Fact]
    public void The_reference_conforms() =>
        AreaCampaign.Conforms(new HostArea(), () => new ComposedHost(HostParts.Reference, HostRules.Standard));

    [Fact]
    public void The_optimized_cores_conform_as_parts_of_a_host() =>
        AreaCampaign.Conforms(new HostArea(), () => new ComposedHost(Cores, HostRules.Standard));

    [Fact]
    public void The_same_is_found_on_one_thread_and_on_several() =>
        AreaCampaign.FindsTheSameOnSeveralThreads(
            new HostArea(), () => new ComposedHost(HostParts.Reference, new KeepsMemory()));

    private static HostParts Cores { get; } = new(
        () => new OptimizedIommu(), () => new OptimizedDirty(), () => new OptimizedDma(),
        () => new OptimizedMigration(), () => new OptimizedPasid(), () => new OptimizedVirtio(),
        () => new OptimizedZpci());

    private sealed class KeepsMemory : HostRules
    {
        public override bool ClearsMemory => false;
    }
}
