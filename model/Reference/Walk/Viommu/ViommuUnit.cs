using System.Numerics;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>What the features and the configuration of a device say.</summary>
/// <remarks>Source: virtio 1.3, 5.13.3, Feature bits, and 5.13.4, Device configuration layout.</remarks>
/// <param name="unit">The unit.</param>
public readonly struct ViommuUnit(WalkUnit.Viommu unit)
{
    private const int BypassBit = 3;
    private const int ProbeBit = 4;
    private const int MmioBit = 5;
    private const int BypassConfigBit = 6;

    // No harness has an endpoint from here on.
    private const uint Foreign = 0xf000;

    /// <summary>Whether endpoints in no domain are passed through (VIRTIO_IOMMU_F_BYPASS).</summary>
    public bool PassesUnattached => unit.Features.Has(BypassBit) && !HasBypass;

    /// <summary>Whether that, and that of domains, can be chosen (VIRTIO_IOMMU_F_BYPASS_CONFIG).</summary>
    public bool HasBypass => unit.Features.Has(BypassConfigBit);

    /// <summary>Whether there is a PROBE request.</summary>
    public bool HasProbe => unit.Features.Has(ProbeBit);

    /// <summary>Whether mappings can be of registers (VIRTIO_IOMMU_F_MMIO).</summary>
    public bool HasMmio => unit.Features.Has(MmioBit);

    /// <summary>The size of the smallest mapping.</summary>
    public ulong Granule => 1ul << BitOperations.TrailingZeroCount(unit.PageSizes.Value);

    /// <summary>The addresses that can be mapped.</summary>
    public IovaRange Input => unit.Input;

    /// <summary>The room for properties.</summary>
    public ByteCount ProbeSize => unit.ProbeSize;

    /// <summary>The regions that every endpoint reserves.</summary>
    public ValueList<ViommuRegion> Regions => unit.Regions;

    /// <summary>Whether a domain can have a number.</summary>
    /// <param name="domain">The number.</param>
    /// <returns>True if it can.</returns>
    public bool Has(DomainId domain) =>
        domain.Value >= unit.LeastDomain.Value && domain.Value <= unit.MostDomain.Value;

    /// <summary>Whether it is known that no endpoint has an id.</summary>
    /// <param name="endpoint">The id.</param>
    /// <returns>True if none has.</returns>
    public static bool IsForeign(RequesterId endpoint) => endpoint.Value >= Foreign;

    /// <summary>Whether an endpoint reserves an address.</summary>
    /// <param name="at">The address.</param>
    /// <returns>True if it is in a region.</returns>
    public bool IsReserved(Iova at) => IsReserved(new IovaRange(at, at));

    /// <summary>Whether an endpoint reserves some address of a range.</summary>
    /// <param name="range">The range.</param>
    /// <returns>True if it does.</returns>
    public bool IsReserved(IovaRange range)
    {
        foreach (var region in unit.Regions.AsSpan())
        {
            if (region.Range.Overlaps(range)) return true;
        }

        return false;
    }
}
