namespace IoSpec.Contracts.Migration;

/// <summary>What a device of the first version of the interface is.</summary>
/// <param name="HasNoDma">Whether it has the bit that was proposed for a device that runs without DMA.</param>
/// <param name="Features">
/// What the harness around it can do: <see cref="MigrationFeatures.FailsOnDemand"/>,
/// <see cref="MigrationFeatures.Watching"/> and <see cref="MigrationFeatures.Registers"/> count, and no others.
/// </param>
/// <param name="Registers">The words of internal state that can be written and read, from 1 to 64.</param>
/// <param name="Size">How long its region is, in bytes; its fields are the first 32 of them.</param>
/// <param name="Longest">The most bytes that are read once the device stands still.</param>
public sealed record RegionTraits(
    bool HasNoDma, MigrationFeatures Features, int Registers, ByteCount Size, ByteCount Longest)
{
    /// <summary>How many bytes the fields take.</summary>
    public static ByteCount Fields { get; } = new(32);

    /// <summary>Whether a word is that of a state, and not of an error.</summary>
    /// <param name="bits">The word.</param>
    /// <returns>True if the device can be asked for it.</returns>
    public bool IsLegal(RegionBits bits)
    {
        if ((bits & RegionBits.NoDma) != 0 && !HasNoDma) return false;
        var state = bits & ~RegionBits.NoDma;
        return (state & RegionBits.Resuming) == 0 || state == RegionBits.Resuming;
    }
}
