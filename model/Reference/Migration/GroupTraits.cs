using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>The devices of a group: of each only the states matter.</summary>
public static class GroupTraits
{
    /// <summary>A device with a set of states.</summary>
    /// <param name="flags">The states.</param>
    /// <returns>What it is.</returns>
    public static MigrationTraits Of(MigrationFlags flags) => new(
        flags, TellsPeersApart: true, DetectsTampering: true, MigrationFeatures.None, Registers: 1, Vectors: 1,
        new ByteCount(1));
}
