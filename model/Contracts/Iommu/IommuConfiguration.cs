namespace IoSpec.Contracts.Iommu;

/// <summary>One IOMMU, its devices and the memory behind it.</summary>
/// <param name="Traits">What the implementation is.</param>
/// <param name="Devices">The requesters, each with its own id.</param>
/// <param name="Domains">The ids that domains may have; few, so that they are reused.</param>
/// <param name="Frames">The memory that may be mapped; every other output address is out of bounds.</param>
/// <param name="Cache">Sizes that no specification prescribes.</param>
public sealed record IommuConfiguration(
    IommuTraits Traits,
    ValueList<IommuDevice> Devices,
    ValueList<DomainId> Domains,
    ValueList<FrameRegion> Frames,
    IommuCache Cache) : Configuration
{
    /// <summary>The device with a requester id, or null.</summary>
    /// <param name="requester">The id.</param>
    /// <returns>The device.</returns>
    public IommuDevice? Device(RequesterId requester)
    {
        foreach (var device in Devices.AsSpan())
        {
            if (device.Requester == requester) return device;
        }

        return null;
    }

    /// <summary>What makes the configuration impossible.</summary>
    /// <returns>The problem in one line, or null.</returns>
    public string? Problem()
    {
        if (Traits.AddressWidth is < 21 or > 64) return "the address width is not from 21 to 64";
        if ((Traits.Leaves & LeafSizes.Size4K) == 0) return "there is no leaf of 4 KiB";
        if (Traits.MostDomains < 1 || Traits.MostMappings < 1) return "a limit is below 1";
        if (Traits.Faults.Records is < 0 or > 4096) return "the fault records are not from 0 to 4096";
        if (Devices.Count == 0 || Domains.Count == 0 || Frames.Count == 0) return "no devices, domains or frames";
        if (Cache.Sets is < 1 or > 1 << 20 || Cache.Ways is < 0 or > 64) return "the cache is not of a possible size";
        if (!int.IsPow2(Cache.Sets)) return "the sets of the cache are no power of two";
        foreach (var device in Devices.AsSpan())
        {
            if (device.Granule.Value == 0 || device.Alignment.Value == 0) return "a granule or alignment is 0";
            if (device.Longest.Value > 1 << 24) return "an access is longer than 16 MiB";
        }

        return null;
    }

    /// <summary>Whether output pages belong to the memory behind the IOMMU.</summary>
    /// <param name="at">The first address.</param>
    /// <param name="pages">How many pages.</param>
    /// <returns>True if one region holds all of them.</returns>
    public bool Holds(Gpa at, PageCount pages)
    {
        foreach (var region in Frames.AsSpan())
        {
            if (region.Holds(at, pages)) return true;
        }

        return false;
    }
}
