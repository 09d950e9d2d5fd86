using IoSpec.Contracts.Migration;

namespace IoSpec.Contracts.Host;

/// <summary>What a device is, and where it is at the start.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">The guest that it belongs to, already allowed to use memory; null for none.</param>
/// <param name="States">
/// The states by which a virtual function is migrated; none where its host carries over what it holds.
/// </param>
/// <param name="Queue">The queue of an emulated device; null if nobody drives it, and for other kinds.</param>
public readonly record struct DeviceShape(
    HostDeviceKind Kind, GuestId? Owner, MigrationFlags States, QueueShape? Queue);
