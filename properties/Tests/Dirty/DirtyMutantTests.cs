using IoSpec.Tests.Zoo;
using Xunit;

namespace IoSpec.Tests.Dirty;

[Trait("Category", "Slow")]
public sealed class DirtyMutantTests
{
    public static TheoryData<string> Mutants { get; } = Noticed.Of("dirty");

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_mutant_is_noticed_soon(string id) => Noticed.Soon(id);
}
