using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>How ids are divided among the levels of the directories; level 0 has the contexts.</summary>
/// <remarks>Source: RISC-V IOMMU, device-directory-table and process-directory-table, DDI and PDI.</remarks>
public static class DirectoryShape
{
    /// <summary>The words of a device context: four, or eight in the extended format.</summary>
    /// <param name="unit">What the unit can do.</param>
    /// <returns>Their number.</returns>
    public static int DeviceWords(RiscvUnit unit) => unit.MsiFlat ? 8 : 4;

    /// <summary>The width of a device id that some levels can have, in bits.</summary>
    /// <param name="unit">What the unit can do.</param>
    /// <param name="levels">The levels, from 1 to 3.</param>
    /// <returns>The width.</returns>
    public static int DeviceBits(RiscvUnit unit, int levels) => Math.Min(24, IndexBits(unit) + (9 * (levels - 1)));

    /// <summary>Where the entry of a level for a device is in its table: DDI.</summary>
    /// <param name="unit">What the unit can do.</param>
    /// <param name="device">The device id.</param>
    /// <param name="level">The level.</param>
    /// <returns>The offset, in bytes.</returns>
    public static ulong DeviceSlot(RiscvUnit unit, RequesterId device, int level)
    {
        var index = level == 0
            ? device.Value & ((1u << IndexBits(unit)) - 1)
            : device.Value >> (IndexBits(unit) + (9 * (level - 1))) & 0x1ff;
        return index * (ulong)(level == 0 ? DeviceWords(unit) * 8 : 8);
    }

    /// <summary>The width of a process id that some levels can have, in bits.</summary>
    /// <param name="levels">The levels, from 1 to 3.</param>
    /// <returns>The width.</returns>
    public static int ProcessBits(int levels) => levels switch
    {
        1 => 8,
        2 => 17,
        _ => 20,
    };

    /// <summary>Where the entry of a level for a process is in its table: PDI.</summary>
    /// <param name="process">The process id.</param>
    /// <param name="level">The level.</param>
    /// <returns>The offset, in bytes.</returns>
    public static ulong ProcessSlot(Pasid process, int level) => level switch
    {
        0 => (process.Value & 0xff) * 16,
        1 => (process.Value >> 8 & 0x1ff) * 8,
        _ => (process.Value >> 17 & 7) * 8,
    };

    private static int IndexBits(RiscvUnit unit) => unit.MsiFlat ? 6 : 7;
}
