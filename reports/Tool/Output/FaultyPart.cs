using IoSpec.Engine;
using IoSpec.Targets;

namespace IoSpec.Tool.Output;

/// <summary>What became of a mutant that played a part of whole hosts.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Prey">What was found.</param>
/// <param name="Shows">Whether no host with a correct part in its place gives all the same answers.</param>
internal sealed record FaultyPart(FaultyTarget Mutant, Prey Prey, bool Shows)
{
    /// <summary>Whether it shows, and no requirement was violated.</summary>
    public bool Survived => Shows && Prey.Failure is null;
}
