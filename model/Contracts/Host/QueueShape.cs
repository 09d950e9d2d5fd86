using IoSpec.Contracts.Virtio;

namespace IoSpec.Contracts.Host;

/// <summary>The queue of an emulated virtio device.</summary>
/// <param name="Offered">What the device offers; the platform's addresses exactly if it takes them.</param>
/// <param name="Size">The number of descriptors, 1 to 32.</param>
/// <param name="Device">What kind of device it is, as far as its queue shows it.</param>
/// <param name="IsStepwise">
/// Whether all that its drivers do is an operation; otherwise a guest that starts with the device has set the queue up
/// before the first step, in memory that it finds empty, if it has no other.
/// </param>
public readonly record struct QueueShape(VirtioFeatures Offered, int Size, VirtioDevice Device, bool IsStepwise);
