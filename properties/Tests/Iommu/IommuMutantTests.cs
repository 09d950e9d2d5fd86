using IoSpec.Core.Iommu;
using IoSpec.Reference.Iommu;
using IoSpec.Reference.Iommu.NotArchitectural;
using IoSpec.Tests.Zoo;
using Xunit;

namespace IoSpec.Tests.Iommu;

/// <summary>A short form of the kill matrix and of the campaigns, for those who change what judges the area.</summary>
[Trait("Category", "Slow")]
public sealed class IommuMutantTests
{
    public static TheoryData<string> Mutants { get; } =
        Noticed.Of("iommu", "invalidation-end-wraps", "write-back-misses-last-line");

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_mutant_is_noticed_soon(string id) => Noticed.Soon(id);

    [Fact]
    public void Nothing_is_noticed_about_the_reference() =>
        Noticed.Nothing("iommu", () => new IommuReference(IommuRules.Standard, VersionChoice.Former));

    [Fact]
    public void Nothing_is_noticed_about_the_optimized_core() =>
        Noticed.Nothing("iommu", () => new OptimizedIommu());
}
