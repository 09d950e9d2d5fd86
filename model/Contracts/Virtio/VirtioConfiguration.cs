namespace IoSpec.Contracts.Virtio;

/// <summary>One device with one split queue, on one platform.</summary>
/// <param name="Mode">What stands between the device and memory.</param>
/// <param name="RingsIdentity">Whether tables that translate also map the pages of the rings to themselves.</param>
/// <param name="Offered">What the device offers.</param>
/// <param name="Size">The number of descriptors, a power of two from 1 to 32.</param>
/// <param name="Device">What kind of device it is.</param>
public sealed record VirtioConfiguration(
    PlatformMode Mode, bool RingsIdentity, VirtioFeatures Offered, int Size, VirtioDevice Device) : Configuration
{
    /// <summary>Whether what the device accesses by bus addresses goes through tables.</summary>
    /// <returns>True if it does.</returns>
    public bool HasTables() => Mode is PlatformMode.Identity or PlatformMode.Translating;

    /// <summary>What makes the configuration impossible.</summary>
    /// <returns>The problem in one line, or null.</returns>
    public string? Problem()
    {
        if (Size is < 1 or > 32 || (Size & (Size - 1)) != 0) return "the size is not a power of two from 1 to 32";
        return (Offered & VirtioFeatures.Version1) == 0 ? "the device does not offer version 1" : null;
    }
}
