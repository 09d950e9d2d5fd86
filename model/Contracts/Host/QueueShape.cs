using IoSpec.Contracts.Virtio;

namespace IoSpec.Contracts.Host;

/// <summary>The queue of an emulated virtio device.</summary>
/// <param name="Offered">What the device offers; the platform's addresses exactly if it takes them.</param>
/// <param name="Size">The number of descriptors, 1 to 32.</param>
/// <param name="IsUp">Whether the guest that it belongs to at the start has set it up, the first one of that guest.</param>
public readonly record struct QueueShape(VirtioFeatures Offered, int Size, bool IsUp);
