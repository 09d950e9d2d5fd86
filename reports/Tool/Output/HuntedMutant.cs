using IoSpec.Engine;
using IoSpec.Targets;

namespace IoSpec.Tool.Output;

/// <summary>What became of a mutant, with one seed or with several.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Preys">What was found, by the seeds; at least one.</param>
internal sealed record HuntedMutant(FaultyTarget Mutant, IReadOnlyList<(ulong Seed, Prey Prey)> Preys)
{
    /// <summary>What was found with the first seed.</summary>
    public Prey First => Preys[0].Prey;

    /// <summary>Whether it was noticed with every seed.</summary>
    public bool IsKilled => Preys.All(p => p.Prey.Failure is not null);

    /// <summary>With how many seeds it was noticed.</summary>
    public int Killed => Preys.Count(p => p.Prey.Failure is not null);

    /// <summary>Whether its own requirement was the first to be violated, with the first seed.</summary>
    public bool IsNamed => First.First == Mutant.Requirement;

    /// <summary>Operations to detection: of all seeds the middle one.</summary>
    public ulong Median => Ordered[Preys.Count / 2];

    /// <summary>Operations to detection: of all seeds the most.</summary>
    public ulong Worst => Ordered[^1];

    private ulong[] Ordered => [.. Preys.Select(p => p.Prey.Operations).Order()];
}
