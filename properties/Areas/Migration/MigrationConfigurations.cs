using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Areas.Migration;

/// <summary>Configurations of the area <c>migration</c>: every set of states, few registers and vectors.</summary>
public static class MigrationConfigurations
{
    private const MigrationFeatures AllFeatures = MigrationFeatures.DataSize | MigrationFeatures.FailsOnDemand
        | MigrationFeatures.Vectors | MigrationFeatures.ConfigurationSpace | MigrationFeatures.PeerWrites
        | MigrationFeatures.Watching | MigrationFeatures.PreCopyInfo | MigrationFeatures.Handles
        | MigrationFeatures.EndsApart | MigrationFeatures.Registers;

    private const MigrationFeatures RegionFeatures =
        MigrationFeatures.FailsOnDemand | MigrationFeatures.Watching | MigrationFeatures.Registers;

    private const MigrationFlags P2P = MigrationFlags.StopCopy | MigrationFlags.P2P;
    private const MigrationFlags PreCopy = MigrationFlags.StopCopy | MigrationFlags.PreCopy;
    private const MigrationFlags All = P2P | PreCopy;

    /// <summary>The configurations for a target.</summary>
    /// <param name="own">What the target is; null if it can be anything.</param>
    /// <returns>The generator.</returns>
    public static Gen<MigrationConfiguration> For(MigrationCapabilities? own) => own switch
    {
        null => Anything,
        { Region: { } region } => Gen.Constant<MigrationConfiguration>(new MigrationConfiguration.Region(region)),
        _ => Gen.Constant<MigrationConfiguration>(new MigrationConfiguration.OneDevice(own.Traits)),
    };

    private static Gen<MigrationConfiguration> Anything { get; } =
        from role in Gen.Elements(0, 1, 2, 3, 4)
        from configuration in role switch { 0 => Groups, 1 => Regions, _ => Devices }
        select configuration;

    // Regions whose window takes from one word to more than there are.
    private static Gen<MigrationConfiguration> Regions =>
        from hasNoDma in Gen.Elements(true, false)
        from registers in Gen.Elements(1, 2, 5)
        from window in Gen.Elements<ulong>(1, 3, 16)
        select (MigrationConfiguration)new MigrationConfiguration.Region(new RegionTraits(
            hasNoDma, RegionFeatures, registers, new ByteCount(RegionTraits.Fields.Value + (8 * window)),
            new ByteCount(8 + (16 * (ulong)registers))));

    private static Gen<MigrationConfiguration> Devices =>
        from traits in Traits
        select (MigrationConfiguration)new MigrationConfiguration.OneDevice(traits);

    // Mostly devices that can all be kept from writing each other.
    private static Gen<MigrationConfiguration> Groups =>
        from devices in Gen.Elements<ValueList<MigrationFlags>>(
            [All], [All, All], [P2P, All], [All, P2P, All], [All, PreCopy], [MigrationFlags.StopCopy, P2P])
        select (MigrationConfiguration)new MigrationConfiguration.Group(devices);

    private static Gen<MigrationTraits> Traits =>
        from flags in Gen.Elements(
            MigrationFlags.StopCopy,
            MigrationFlags.StopCopy | MigrationFlags.P2P,
            MigrationFlags.StopCopy | MigrationFlags.PreCopy,
            MigrationFlags.StopCopy | MigrationFlags.P2P | MigrationFlags.PreCopy,
            MigrationFlags.StopCopy | MigrationFlags.P2P | MigrationFlags.PreCopy)
        from peers in Gen.Elements(true, false)
        from detects in Gen.Elements(true, true, false)
        from registers in Gen.Elements(1, 2, 5)
        from vectors in Gen.Elements(1, 3)
        select new MigrationTraits(
            flags, peers, detects, AllFeatures, registers, vectors, new ByteCount(64 + (32 * (ulong)registers)));
}
