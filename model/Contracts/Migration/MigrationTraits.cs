namespace IoSpec.Contracts.Migration;

/// <summary>What a migration device is: read from it where possible, never a verdict.</summary>
/// <param name="Flags">The states that it has.</param>
/// <param name="TellsPeersApart">Whether it can stop DMA to peers alone; otherwise it stops all DMA with it.</param>
/// <param name="DetectsTampering">Whether the stream is protected so that an altered bit is found.</param>
/// <param name="Features">What else it can do.</param>
/// <param name="Registers">The words of internal state that can be written and read, at least 1.</param>
/// <param name="Vectors">The interrupt vectors.</param>
/// <param name="Longest">The most bytes that a stream can have.</param>
public sealed record MigrationTraits(
    MigrationFlags Flags,
    bool TellsPeersApart,
    bool DetectsTampering,
    MigrationFeatures Features,
    int Registers,
    int Vectors,
    ByteCount Longest)
{
    /// <summary>Whether the device has a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True if it does.</returns>
    public bool Has(DeviceState state) => state switch
    {
        DeviceState.RunningP2P => (Flags & MigrationFlags.P2P) != 0,
        DeviceState.PreCopy => (Flags & MigrationFlags.PreCopy) != 0,
        DeviceState.PreCopyP2P => (Flags & MigrationFlags.P2P) != 0 && (Flags & MigrationFlags.PreCopy) != 0,
        _ => true,
    };
}
