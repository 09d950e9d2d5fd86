using IoSpec.Engine;
using IoSpec.Targets;

namespace IoSpec.Tool.Output;

/// <summary>What became of a mutant that played a part of whole hosts.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Prey">What was found.</param>
/// <param name="Shows">Whether a host with it ever answered otherwise than one without.</param>
internal sealed record FaultyPart(FaultyTarget Mutant, Prey Prey, bool Shows)
{
    /// <summary>Whether a host that has it was told from one that has not, and nobody objected.</summary>
    public bool Survived => Shows && Prey.Failure is null;
}
