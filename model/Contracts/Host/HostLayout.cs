namespace IoSpec.Contracts.Host;

/// <summary>Where memory and BARs are, in guests and in hosts; no address of one space is one of another.</summary>
public static class HostLayout
{
    /// <summary>The most pages of a guest.</summary>
    public const ulong MostPages = 80;

    /// <summary>The pages of a BAR.</summary>
    public const ulong BarPages = 2;

    /// <summary>How many pages a guest's layer for DMA mappings can hand out: those of queues, for example.</summary>
    public const ulong AperturePages = 16;

    private const ulong MostDevices = 6;
    private const ulong ApertureBase = 0x1000_0000;
    private const ulong MemoryBase = 0x4000_0000;
    private const ulong BarBase = 0xc000_0000;
    private const ulong BarStride = 0x1_0000;
    private const ulong FrameBase = 0x20_0000_0000;
    private const ulong BarFrameBase = 0x38_0000_0000;
    private const ulong GuestStride = 0x1000_0000;
    private const ulong SideStride = 0x40_0000_0000;

    /// <summary>Where the memory of every guest begins.</summary>
    public static Gpa Memory => new(MemoryBase);

    /// <summary>The first address that a guest's layer for DMA mappings can hand out.</summary>
    public static Iova Aperture => new(ApertureBase);

    /// <summary>Where a guest sees the BAR of a device.</summary>
    /// <param name="device">The device.</param>
    /// <returns>The first address.</returns>
    public static Gpa Bar(DeviceId device) => new(BarBase + (device.Value * BarStride));

    /// <summary>Where the memory of a guest begins in a host.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="side">Which host: 0 or 1.</param>
    /// <returns>The first address.</returns>
    public static Hpa Frames(GuestId guest, int side) =>
        new(FrameBase + ((ulong)side * SideStride) + (guest.Value * GuestStride));

    /// <summary>Where the BAR of a device begins in a host.</summary>
    /// <param name="device">The device.</param>
    /// <param name="side">Which host: 0 or 1.</param>
    /// <returns>The first address.</returns>
    public static Hpa BarFrames(DeviceId device, int side) =>
        new(BarFrameBase + ((ulong)side * SideStride) + (device.Value * BarStride));

    /// <summary>Whether an address can only be one of a host.</summary>
    /// <param name="value">The address.</param>
    /// <returns>True for memory and BARs of a host.</returns>
    public static bool IsHostPhysical(ulong value) => value is >= FrameBase and < FrameBase + (2 * SideStride);

    /// <summary>Whether an address can only be a physical one of a guest.</summary>
    /// <param name="value">The address.</param>
    /// <returns>True for memory and BARs of a guest.</returns>
    public static bool IsGuestPhysical(ulong value) => value is >= MemoryBase and < BarBase + 0x1000_0000;

    /// <summary>The page of a guest's memory that an address is in.</summary>
    /// <param name="at">The address.</param>
    /// <param name="pages">The size of the memory.</param>
    /// <returns>The number of the page, or -1.</returns>
    public static int PageOf(Gpa at, PageCount pages) => Within(at.Value, MemoryBase, pages.Value);

    /// <summary>The page of a BAR that an address is in.</summary>
    /// <param name="at">The address.</param>
    /// <param name="device">The device.</param>
    /// <returns>The number of the page, or -1.</returns>
    public static int BarPageOf(Gpa at, DeviceId device) => Within(at.Value, Bar(device).Value, BarPages);

    /// <summary>The page of a BAR that an address of a host is in.</summary>
    /// <param name="at">The address.</param>
    /// <returns>The device and the number of the page, or null.</returns>
    public static (DeviceId Device, int Page)? BarPageOf(Hpa at)
    {
        if (at.Value < BarFrameBase) return null;
        var within = (at.Value - BarFrameBase) % SideStride;
        var (device, page) = (within / BarStride, (within % BarStride) >> Page.Shift);
        return device < MostDevices && page < BarPages ? (new DeviceId((uint)device), (int)page) : null;
    }

    /// <summary>The page that an address is in.</summary>
    /// <param name="at">The address.</param>
    /// <param name="start">The first address.</param>
    /// <param name="pages">How many pages.</param>
    /// <returns>The number of the page, or -1.</returns>
    public static int Within(ulong at, ulong start, ulong pages) =>
        at >= start && at - start < pages * Page.Bytes ? (int)((at - start) >> Page.Shift) : -1;
}
