using IoSpec.Tests.Zoo;
using Xunit;

namespace IoSpec.Tests.Migration;

[Trait("Category", "Slow")]
public sealed class MigrationMutantTests
{
    public static TheoryData<string> Mutants { get; } = Noticed.Of("migration");

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_mutant_is_noticed_soon(string id) => Noticed.Soon(id);
}
