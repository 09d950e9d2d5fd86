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

    /// <summary>What is violated with a requirement, for it follows from the same observation.</summary>
    private static readonly HashSet<(string Requirement, string Also)> Followed =
    [
        // What reaches what it must not, reaches somebody's.
        ("IOMMU-ATT-01", "IOMMU-OWN-01"), ("IOMMU-ATT-02", "IOMMU-OWN-01"), ("IOMMU-DMA-01", "IOMMU-OWN-01"),
        ("IOMMU-MAP-02", "IOMMU-OWN-01"), ("IOMMU-MAP-03", "IOMMU-OWN-02"), ("IOMMU-MAP-05", "IOMMU-OWN-02"),
        ("IOMMU-OWN-01", "IOMMU-ATT-01"), ("IOMMU-OWN-02", "IOMMU-PRM-01"), ("IOMMU-PRM-01", "IOMMU-OWN-01"),
        ("IOMMU-PRM-03", "IOMMU-OWN-02"), ("IOMMU-RST-01", "IOMMU-OWN-01"),

        // A record that tells too much is not the record that there has to be.
        ("HOST-LEAK-01", "HOST-TRN-01"), ("IOMMU-LEAK-01", "IOMMU-FLT-02"), ("PASID-CAP-01", "PASID-PLC-05"),
        ("WALK-VTD-FLT-02", "WALK-VTD-FLT-01"),

        // A mark in another place is one too few and one too many.
        ("DIRTY-LOG-01", "DIRTY-PRE-01"), ("DIRTY-WIN-02", "DIRTY-PRE-01"),

        // A map that is not refreshed may be seen before it fails.
        ("DMA-MAP-01", "DMA-MAP-10"),

        // What is lost on the way is missing where the guest arrives; what is out of order, is so between resets too.
        ("HOST-DIRTY-01", "HOST-DIRTY-02"), ("HOST-DIRTY-02", "HOST-MIG-02"), ("HOST-ISM-02", "HOST-ISM-01"),
        ("HOST-LEAK-02", "HOST-MIG-01"), ("HOST-LEAK-03", "HOST-MAP-01"), ("HOST-LEAK-03", "HOST-POOL-02"),
        ("HOST-MIG-02", "HOST-DIRTY-02"), ("HOST-MIG-05", "HOST-MIG-03"),

        // Who is still behind the former IOMMU reaches what was left behind.
        ("HOST-PAS-02", "HOST-LEFT-05"), ("HOST-QUE-02", "HOST-LEFT-05"),

        // What is reached too late is reached through what is not mapped any more.
        ("HOST-DIRTY-01", "HOST-LEFT-06"), ("HOST-LEFT-06", "HOST-TRN-01"), ("HOST-TRN-01", "HOST-LEFT-06"),

        // A block that is split is neither one access nor a block store any more.
        ("ZPCI-ISM-01", "ZPCI-ISM-02"),

        // What is cached as absent hides what is wrong with the entry that came.
        ("WALK-SMMUV3-INV-03", "WALK-SMMUV3-CFG-01"),

        // Where the status belongs is something else, and nothing says that the request was refused.
        ("WALK-VIOMMU-REQ-06", "WALK-VIOMMU-REQ-01"),
    ];

    public static TheoryData<string> AreasWithMutants =>
        [.. MutantCatalogue.All.Select(mutant => mutant.Area).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(AreasWithMutants))]
    public void Every_mutant_violates_its_requirement_and_no_other_within_200_000_operations(string area) =>
        Findings.None(Astray(Of(area).Where(mutant => !IsSlow(mutant)), FewCases));

    [Fact]
    [Trait("Category", "Slow")]
    public void Every_slow_mutant_is_noticed_too() =>
        Findings.None(Astray(MutantCatalogue.All.Where(IsSlow), ManyCases));

    [Fact]
    public void Every_slow_mutant_exists() =>
        Findings.None(Slow.Except(MutantCatalogue.All.Select(mutant => mutant.Id), StringComparer.Ordinal));

    private static IEnumerable<Mutant> Of(string area) => MutantCatalogue.All.Where(mutant => mutant.Area == area);

    private static bool IsSlow(Mutant mutant) => Slow.Contains(mutant.Id, StringComparer.Ordinal);

    // If its requirement were not judged, a mutant would survive the smallest scenario that shows it.
    private static IEnumerable<string> Astray(IEnumerable<Mutant> mutants, int cases)
    {
        var hunt = new Hunt { Cases = cases, Time = TimeSpan.FromHours(1), ShrinkEvaluations = 1000 };
        foreach (var mutant in mutants)
        {
            var area = AreaCatalogue.Find(mutant.Area)!;
            var source = new TargetSource(mutant.Id, NeedsWorker: false, mutant.Open);
            var prey = hunt.Run(area, source, mutant.Requirement, CancellationToken.None);
            if (prey.Failure is not { } failure)
            {
                yield return $"{mutant.Id}: violated {string.Join(", ", prey.Violated)}";
                continue;
            }

            var violated = Violated(area, source, failure);
            if (!violated.Remove(mutant.Requirement)) yield return $"{mutant.Id}: {mutant.Requirement} not again";
            foreach (var other in violated.Where(other => !Followed.Contains((mutant.Requirement, other))))
                yield return $"{mutant.Id}: violated {other} besides {mutant.Requirement}";
        }
    }

    private static SortedSet<string> Violated(Area area, TargetSource source, Failure failure)
    {
        using var player = new LocalBlockSource(area, source, new Draws(1), NoHeartbeat.Instance);
        var outcome = player.Evaluate(failure.Configuration, failure.Operations);
        return new(outcome.Violations.Select(violation => violation.Signature.Requirement), StringComparer.Ordinal);
    }
}
