using IoSpec.Tests.Zoo;
using Xunit;

namespace IoSpec.Tests.Iommu;

[Trait("Category", "Slow")]
public sealed class IommuMutantTests
{
    public static TheoryData<string> Mutants { get; } = Noticed.Of("iommu", "invalidation-end-wraps", "write-back-misses-last-line");

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_mutant_is_noticed_soon(string id) => Noticed.Soon(id);
}
