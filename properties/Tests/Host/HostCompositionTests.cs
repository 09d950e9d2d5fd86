using IoSpec.Reference.Host;
using IoSpec.Targets;
using Xunit;

namespace IoSpec.Tests.Host;

public sealed class HostCompositionTests
{
    [Fact]
    public void A_host_has_the_parts_that_are_named_and_the_target_plays_the_others() =>
        Assert.Equal(
            "host:iommu=reference,dirty=optimized,dma=optimized,migration=optimized,pasid=optimized,"
                + "virtio=optimized,zpci=optimized",
            HostComposition.Of("optimized", ["iommu=reference"]));

    [Fact]
    public void A_composed_host_is_one_target_of_the_area_host()
    {
        var plug = TargetCatalogue.Find("host:iommu=optimized,dirty=mutant:dirty-no-write-marked");
        Assert.IsType<ComposedHost>(Assert.Single(plug.Parts).Open());
        Assert.False(plug.NeedsWorker);
    }

    [Theory]
    [InlineData("host:", "is no part of a host")]
    [InlineData("host:walk=reference", "'walk=reference' is no part of a host")]
    [InlineData("host:iommu=reference,iommu=optimized", "names 'iommu' twice")]
    [InlineData("host:iommu=mutant:dirty-no-write-marked", "does not offer the area 'iommu'")]
    [InlineData("host:iommu=qemu:vtd", "cannot be a part of a host")]
    [InlineData("host:iommu=nothing", "unknown target 'nothing'")]
    public void What_cannot_be_a_part_is_named(string connection, string problem) =>
        Assert.Contains(
            problem, Assert.Throws<BadConnectionException>(() => TargetCatalogue.Find(connection)).Message,
            StringComparison.Ordinal);
}
