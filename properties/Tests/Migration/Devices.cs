using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Tests.Migration;

/// <summary>The devices that the tests here are about.</summary>
internal static class Devices
{
    private const MigrationFeatures AllFeatures = MigrationFeatures.DataSize | MigrationFeatures.FailsOnDemand
        | MigrationFeatures.Vectors | MigrationFeatures.ConfigurationSpace | MigrationFeatures.PeerWrites
        | MigrationFeatures.Watching | MigrationFeatures.PreCopyInfo | MigrationFeatures.Handles
        | MigrationFeatures.EndsApart | MigrationFeatures.Registers;

    /// <summary>A device with every state.</summary>
    public static MigrationTraits Full { get; } =
        Of(MigrationFlags.StopCopy | MigrationFlags.P2P | MigrationFlags.PreCopy);

    /// <summary>A device with a set of states.</summary>
    public static MigrationTraits Of(MigrationFlags flags) => new(
        flags, TellsPeersApart: true, DetectsTampering: true, AllFeatures, Registers: 2, Vectors: 2,
        Longest: new ByteCount(128));
}
