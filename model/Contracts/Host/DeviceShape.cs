namespace IoSpec.Contracts.Host;

/// <summary>What a device is, and where it is at the start.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">The guest that it belongs to, already allowed to use memory; null for none.</param>
public readonly record struct DeviceShape(HostDeviceKind Kind, GuestId? Owner);
