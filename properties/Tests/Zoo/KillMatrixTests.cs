using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Mutants;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Zoo;

public sealed class KillMatrixTests
{
    // A case has 60 operations on average: 13 blocks have 200 000.
    private const int FewCases = 13 * Hunt.BlockSize;
    private const int ManyCases = 100 * Hunt.BlockSize;

    /// <summary>The mutants that take more than 200 000 operations: hunted for longer, in the slow tier.</summary>
    private static readonly string[] Slow =
    [
        "riscv-interrupt-file-cut", "smmuv3-context-settings-unchecked", "vtd-interrupt-entries-survive-invalidation",
    ];

    public static TheoryData<string> AreasWithMutants =>
        [.. MutantCatalogue.All.Select(mutant => mutant.Area).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(AreasWithMutants))]
    public void Every_mutant_is_noticed_within_200_000_operations(string area) =>
        Findings.None(Survivors(Of(area).Where(mutant => !IsSlow(mutant)), FewCases));

    [Fact]
    [Trait("Category", "Slow")]
    public void Every_slow_mutant_is_noticed_too() =>
        Findings.None(Survivors(MutantCatalogue.All.Where(IsSlow), ManyCases));

    [Fact]
    public void Every_slow_mutant_exists() =>
        Findings.None(Slow.Except(MutantCatalogue.All.Select(mutant => mutant.Id), StringComparer.Ordinal));

    private static IEnumerable<Mutant> Of(string area) => MutantCatalogue.All.Where(mutant => mutant.Area == area);

    private static bool IsSlow(Mutant mutant) => Slow.Contains(mutant.Id, StringComparer.Ordinal);

    private static IEnumerable<string> Survivors(IEnumerable<Mutant> mutants, int cases)
    {
        var hunt = new Hunt { Cases = cases, Time = TimeSpan.FromHours(1), ShrinkEvaluations = 0 };
        foreach (var mutant in mutants)
        {
            var area = AreaCatalogue.Find(mutant.Area)!;
            var source = new TargetSource(mutant.Id, NeedsWorker: false, mutant.Open);
            var prey = hunt.Run(area, source, mutant.Requirement, CancellationToken.None);
            if (prey.Failure is null) yield return $"{mutant.Id}: violated {string.Join(", ", prey.Violated)}";
        }
    }
}
