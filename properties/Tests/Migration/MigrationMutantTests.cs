using IoSpec.Core.Migration;
using IoSpec.Reference.Migration;
using IoSpec.Tests.Zoo;
using Xunit;

namespace IoSpec.Tests.Migration;

/// <summary>A short form of the kill matrix and of the campaigns, for those who change what judges the area.</summary>
[Trait("Category", "Slow")]
public sealed class MigrationMutantTests
{
    public static TheoryData<string> Mutants { get; } = Noticed.Of("migration");

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_mutant_is_noticed_soon(string id) => Noticed.Soon(id);

    [Fact]
    public void Nothing_is_noticed_about_the_reference() =>
        Noticed.Nothing("migration", () => new MigrationReference(MigrationRules.Standard, GroupRules.Standard));

    [Fact]
    public void Nothing_is_noticed_about_the_optimized_core() =>
        Noticed.Nothing("migration", () => new OptimizedMigration());
}
