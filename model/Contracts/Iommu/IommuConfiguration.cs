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
