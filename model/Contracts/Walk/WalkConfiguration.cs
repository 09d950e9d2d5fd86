namespace IoSpec.Contracts.Walk;

/// <summary>One unit, its devices and its memory.</summary>
/// <param name="Unit">The format and what the unit can do.</param>
/// <param name="Features">What the harness can send and see.</param>
/// <param name="Faults">How faults are kept.</param>
/// <param name="Devices">The requesters, each with its own id.</param>
/// <param name="Tables">
/// The memory for tables, all zero at the start; no access of a device is meant to reach it.
/// </param>
/// <param name="Frames">The memory that devices may reach; tables never lie there.</param>
/// <param name="Nothing">Addresses where no memory is; null if there are none.</param>
/// <param name="Cache">Sizes that no specification prescribes.</param>
public sealed record WalkConfiguration(
    WalkUnit Unit,
    WalkFeatures Features,
    FaultReporting Faults,
    ValueList<IommuDevice> Devices,
    FrameRegion Tables,
    ValueList<FrameRegion> Frames,
    FrameRegion? Nothing,
    IommuCache Cache) : Configuration
{
    private const int MostRecords = 4096;

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
        if (Devices.Count == 0 || Frames.Count == 0) return "no devices or frames";
        if (Tables.Pages.Value is < 8 or > 4096) return "the pages for tables are not from 8 to 4096";
        if (Faults.Records is < 1 or > MostRecords) return "the fault records are not from 1 to 4096";
        if (Cache.Sets is < 1 or > 1 << 20 || Cache.Ways is < 0 or > 64) return "the cache is not of a possible size";
        if (!int.IsPow2(Cache.Sets)) return "the sets of the cache are no power of two";
        if (Unit is WalkUnit.Vtd { HostAddressWidth: < 32 or > 52 })
            return "the host address width is not from 32 to 52";
        if (Unit is WalkUnit.Zpci && Faults is ({ ShowsOverflow: true } or { Records: < MostRecords }))
            return "the events of functions are not all kept";
        return Unit switch
        {
            WalkUnit.Tce tce => TceWindows.ProblemOf(tce, this),
            WalkUnit.Viommu viommu => ViommuLimits.ProblemOf(viommu),
            _ => null,
        };
    }

    /// <summary>Whether an aligned word is in the memory for tables.</summary>
    /// <param name="at">The address.</param>
    /// <returns>True if it is.</returns>
    public bool IsTable(Gpa at) => (at.Value & 7) == 0 && Tables.Holds(at, new PageCount(1));

    /// <summary>Whether an address is in the memory that devices may reach.</summary>
    /// <param name="at">The address.</param>
    /// <returns>True if it is.</returns>
    public bool IsFrame(Gpa at) => IsFrame(at, new PageCount(1));

    /// <summary>Whether pages are in one piece of the memory that devices may reach.</summary>
    /// <param name="at">The first address.</param>
    /// <param name="pages">How many pages.</param>
    /// <returns>True if all of them are.</returns>
    public bool IsFrame(Gpa at, PageCount pages)
    {
        foreach (var region in Frames.AsSpan())
        {
            if (region.Holds(at, pages)) return true;
        }

        return false;
    }

    /// <summary>Whether nothing is at an address.</summary>
    /// <param name="at">The address.</param>
    /// <returns>True if no memory is there.</returns>
    public bool IsNothing(Gpa at) => Nothing is { } region && region.Holds(at, new PageCount(1));
}
