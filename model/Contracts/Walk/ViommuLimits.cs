namespace IoSpec.Contracts.Walk;

/// <summary>What a virtio IOMMU may not be.</summary>
internal static class ViommuLimits
{
    private const int MapUnmap = 2;
    private const int LargestGranule = 21;
    private const ulong PropertyBytes = 24;
    private const ulong MostProperties = 1024;

    /// <summary>What makes a unit impossible.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The problem in one line, or null.</returns>
    public static string? ProblemOf(WalkUnit.Viommu unit)
    {
        if (!unit.Features.Has(MapUnmap)) return "the virtio IOMMU neither maps nor unmaps";
        if (System.Numerics.BitOperations.TrailingZeroCount(unit.PageSizes.Value) is < Page.Shift or > LargestGranule)
            return "the granularity of mappings is not from 4 KiB to 2 MiB";
        if (unit.Input.First.Value > unit.Input.Last.Value) return "no address can be mapped";
        if (unit.LeastDomain.Value > unit.MostDomain.Value) return "there are no domains";
        if (unit.ProbeSize.Value > MostProperties || unit.ProbeSize.Value % 8 != 0)
            return "the room for properties is not of whole words up to 1024";
        if ((ulong)unit.Regions.Count * PropertyBytes > unit.ProbeSize.Value) return "there is no room for all regions";
        foreach (var region in unit.Regions.AsSpan())
        {
            if (region.Range.First.Value > region.Range.Last.Value) return "a region has no addresses";
        }

        return null;
    }
}
