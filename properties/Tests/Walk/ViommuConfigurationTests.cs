using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>What no virtio IOMMU may be, also not after shrinking.</summary>
public sealed class ViommuConfigurationTests
{
    private static readonly WalkUnit.Viommu Sound = (WalkUnit.Viommu)ViommuRig.Configuration().Unit;

    [Fact]
    public void One_with_mappings_addresses_and_domains_is_possible() => Assert.Null(Problem(Sound));

    [Theory]
    [InlineData(0, "the granularity of mappings is not from 4 KiB to 2 MiB")]
    [InlineData(0x800, "the granularity of mappings is not from 4 KiB to 2 MiB")]
    [InlineData(0x40_0000, "the granularity of mappings is not from 4 KiB to 2 MiB")]
    [InlineData(0x20_0000, null)]
    public void There_is_a_granularity(ulong sizes, string? problem) =>
        Assert.Equal(problem, Problem(Sound with { PageSizes = new Word(sizes) }));

    [Theory]
    [InlineData(0, "there is no room for all regions")]
    [InlineData(24, null)]
    [InlineData(28, "the room for properties is not of whole words up to 1024")]
    [InlineData(2048, "the room for properties is not of whole words up to 1024")]
    public void There_is_room_for_regions(ulong bytes, string? problem) =>
        Assert.Equal(problem, Problem(Sound with { ProbeSize = new ByteCount(bytes) }));

    [Fact]
    public void Ranges_are_not_upside_down()
    {
        var range = new IovaRange(new Iova(1), new Iova(0));
        Assert.Equal("no address can be mapped", Problem(Sound with { Input = range }));
        Assert.Equal(
            "there are no domains",
            Problem(Sound with { LeastDomain = new DomainId(2), MostDomain = new DomainId(1) }));
        Assert.Equal("a region has no addresses", Problem(Sound with { Regions = [new ViommuRegion(range, false)] }));
    }

    [Fact]
    public void It_maps_and_unmaps() => Assert.Equal(
        "the virtio IOMMU neither maps nor unmaps", Problem(Sound with { Features = new Word(1ul << 32) }));

    private static string? Problem(WalkUnit.Viommu unit) => (ViommuRig.Configuration() with { Unit = unit }).Problem();
}
