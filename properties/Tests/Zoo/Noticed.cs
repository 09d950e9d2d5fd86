using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Mutants;
using Xunit;

namespace IoSpec.Tests.Zoo;

/// <summary>Short hunts for the mutants of one area, for those who change what judges them.</summary>
internal static class Noticed
{
    private const int Cases = 2 * Hunt.BlockSize;

    /// <summary>The ids of an area's mutants that are noticed in few cases; the slow ones are for the kill matrix.</summary>
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
        var source = new TargetSource(id, NeedsWorker: false, mutant.Open);
        var hunt = new Hunt { Cases = Cases, Time = TimeSpan.FromHours(1), ShrinkEvaluations = 0 };
        var prey = hunt.Run(AreaCatalogue.Find(mutant.Area)!, source, mutant.Requirement, CancellationToken.None);
        Assert.True(prey.Failure is not null, $"violated {string.Join(", ", prey.Violated)}");
    }
}
