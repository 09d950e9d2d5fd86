namespace IoSpec.Contracts.Walk;

/// <summary>Addresses that an endpoint of a virtio IOMMU reserves (RESV_MEM).</summary>
/// <remarks>Source: virtio 1.3, 5.13.6.8, PROBE properties.</remarks>
/// <param name="Range">The addresses.</param>
/// <param name="IsDoorbell">Whether they are a doorbell of interrupt messages.</param>
public readonly record struct ViommuRegion(IovaRange Range, bool IsDoorbell);
