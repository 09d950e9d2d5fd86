using IoSpec.Core.Dirty;
using IoSpec.Reference.Dirty;
using IoSpec.Tests.Zoo;
using Xunit;

namespace IoSpec.Tests.Dirty;

/// <summary>A short form of the kill matrix and of the campaigns, for those who change what judges the area.</summary>
[Trait("Category", "Slow")]
public sealed class DirtyMutantTests
{
    public static TheoryData<string> Mutants { get; } = Noticed.Of("dirty");

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_mutant_is_noticed_soon(string id) => Noticed.Soon(id);

    [Fact]
    public void Nothing_is_noticed_about_the_reference() =>
        Noticed.Nothing("dirty", () => new DirtyReference(TrackerRules.Standard));

    [Fact]
    public void Nothing_is_noticed_about_the_optimized_core() =>
        Noticed.Nothing("dirty", () => new OptimizedDirty());
}
