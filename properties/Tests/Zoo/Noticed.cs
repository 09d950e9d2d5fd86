using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Mutants;
using Xunit;

namespace IoSpec.Tests.Zoo;

/// <summary>Short hunts for the mutants of one area, for those who change what judges them.</summary>
internal static class Noticed
{
    private const int FewCases = 32;
    private const int Cases = 2 * Hunt.BlockSize;

    /// <summary>The ids of an area's mutants that are noticed in few cases.</summary>
    /// <param name="area">The area's id.</param>
    /// <param name="rare">Those that take more cases.</param>
    public static TheoryData<string> Of(string area, params ReadOnlySpan<string> rare)
    {
        var ids = new TheoryData<string>();
        foreach (var mutant in MutantCatalogue.All)
        {
            if (mutant.Area == area && !rare.Contains(mutant.Id)) ids.Add(mutant.Id);
        }

        return ids;
    }

    /// <summary>Its requirement is violated within a few cases.</summary>
    /// <param name="id">The mutant's id.</param>
    public static void Soon(string id)
    {
        var mutant = MutantCatalogue.All.Single(mutant => mutant.Id == id);
        var area = AreaCatalogue.Find(mutant.Area)!;
        if (Hunted(area, mutant.Open, mutant.Requirement, FewCases).Failure is not null) return;
        var prey = Hunted(area, mutant.Open, mutant.Requirement, Cases);
        Assert.True(prey.Failure is not null, $"violated {string.Join(", ", prey.Violated)}");
    }

    /// <summary>Nothing is held against a correct implementation in some more cases.</summary>
    /// <param name="area">The area's id.</param>
    /// <param name="open">Makes the target.</param>
    public static void Nothing(string area, Func<ITarget> open) =>
        Assert.Empty(Hunted(AreaCatalogue.Find(area)!, open, null, Cases).Violated);

    private static Prey Hunted(Area area, Func<ITarget> open, string? requirement, int cases)
    {
        var source = new TargetSource("", NeedsWorker: false, open);
        var hunt = new Hunt { Cases = cases, Time = TimeSpan.FromHours(1), ShrinkEvaluations = 0 };
        return hunt.Run(area, source, requirement, CancellationToken.None);
    }
}
