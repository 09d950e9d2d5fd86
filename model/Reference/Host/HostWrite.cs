using IoSpec.Contracts;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>A write that has reached a guest's memory.</summary>
/// <param name="Kind">What has written; null for a processor.</param>
/// <param name="Inner">Whether it is a device of the guest inside.</param>
/// <param name="Cause">On whose account.</param>
/// <param name="Moves">How often the guest has moved to another host.</param>
/// <param name="IsStopped">Whether the guest stands still.</param>
/// <param name="IsLate">Whether by an address that the guest's layer for DMA mappings has taken back.</param>
/// <param name="At">Where.</param>
public readonly record struct HostWrite(
    HostDeviceKind? Kind, bool Inner, WriteCause Cause, int Moves, bool IsStopped, bool IsLate, Gpa At);
