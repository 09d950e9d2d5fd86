using System.Numerics;

namespace IoSpec.Contracts.Virtio;

/// <summary>One device with one queue, on one platform.</summary>
/// <param name="Mode">What stands between the device and memory.</param>
/// <param name="RingsIdentity">Whether tables that translate also map the pages of the rings to themselves.</param>
/// <param name="Offered">What the device offers.</param>
/// <param name="Size">
/// The number of descriptors, from 1 to 32; only a packed queue can do without a power of two.
/// </param>
/// <param name="Device">What kind of device it is.</param>
/// <param name="KeepsRecords">Whether accesses that are blocked are recorded, where it can be read.</param>
/// <param name="HasStatus">
/// Whether the status is the device's: a front end that keeps it is not told that its back end has stopped.
/// </param>
public sealed record VirtioConfiguration(
    PlatformMode Mode, bool RingsIdentity, VirtioFeatures Offered, int Size, VirtioDevice Device,
    bool KeepsRecords = true, bool HasStatus = true) : Configuration
{
    /// <summary>What cannot be offered through a legacy interface, which has 32 feature bits.</summary>
    public const VirtioFeatures NotLegacy = VirtioFeatures.Version1
        | VirtioFeatures.AccessPlatform | VirtioFeatures.RingReset | VirtioFeatures.RingPacked;

    /// <summary>Whether what the device accesses by bus addresses goes through tables.</summary>
    /// <returns>True if it does.</returns>
    public bool HasTables() => Mode is PlatformMode.Identity or PlatformMode.Translating;

    /// <summary>
    /// Whether the driver uses a legacy interface, through which nothing beyond 32 feature bits can be offered.
    /// </summary>
    /// <remarks>
    /// Source: virtio 1.2, 2.2.3 and 3.1.2, legacy interface: FEATURES_OK does not exist, and drivers may use a device
    /// before DRIVER_OK.
    /// </remarks>
    /// <returns>True if so.</returns>
    public bool IsLegacy() => (Offered & VirtioFeatures.Version1) == 0;

    /// <summary>Whether a device that cannot go on has a status by which it says so.</summary>
    /// <remarks>
    /// Source: virtio 1.2, 2.1 (device status field), NEEDS_RESET; QEMU docs/interop/vhost-user.rst, back-end messages.
    /// </remarks>
    /// <returns>True if so.</returns>
    public bool TellsThatItStopped() => HasStatus && !IsLegacy();

    /// <summary>The number of descriptors of the queue that was agreed.</summary>
    /// <param name="isPacked">Whether it is a packed one.</param>
    /// <returns>The number; of a split queue a power of two.</returns>
    public int SizeOf(bool isPacked) => isPacked ? Size : 1 << BitOperations.Log2((uint)Size);

    /// <summary>What makes the configuration impossible.</summary>
    /// <returns>The problem in one line, or null.</returns>
    public string? Problem()
    {
        if (Size is < 1 or > 32) return "the size is not from 1 to 32";
        if (!BitOperations.IsPow2(Size) && (Offered & VirtioFeatures.RingPacked) == 0)
            return "the size is no power of two, and no packed queue is offered";
        return IsLegacy() && (Offered & NotLegacy) != 0
            ? "a legacy interface, which does not offer version 1, has no feature bits beyond 31" : null;
    }
}
