namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>Which device table entries are illegal.</summary>
/// <remarks>
/// Source: AMD-Vi 2.2.2; 2.5.2. Bits that depend on features of the unit, and those of the part about interrupts, are
/// reserved to some units and ignored by others.
/// </remarks>
internal static class DeviceLaw
{
    private const ulong Reserved = 0x8000_0000_0000_007c;
    private const ulong InterruptReserved = 0x0030_0000_0000_0000;
    private const ulong AttributesReserved = 0x003f_0000_0000_7fff;

    /// <summary>Bits 6:2 and 63 of the first word.</summary>
    public static bool IsReserved(DeviceEntry entry) => (entry.At(0).Value & Reserved) != 0;

    /// <summary>Whether it is open if an entry is illegal.</summary>
    public static bool IsOpen(AmdviUnit unit, DeviceEntry entry) =>
        !HasMarks(unit, entry.HAD)
        || (entry.GV && !HasGuest(unit, entry))
        || (entry.GIOV && (!unit.GuestWithoutPasid || !entry.GV))
        || HasMore(unit, entry);

    /// <summary>Whether the unit has the guest tables that an entry tells of.</summary>
    public static bool HasGuest(AmdviUnit unit, DeviceEntry entry) =>
        unit.GuestTables && entry.GLX + 1 <= unit.Gcr3Levels && entry.GPM + 4 <= unit.GuestLevels;

    private static bool HasMarks(AmdviUnit unit, ulong marks) => marks switch
    {
        0 => true,
        1 => unit.HostAccessed,
        3 => unit.HostAccessed && unit.HostDirty,
        _ => false,
    };

    // PPR and GPRP, what lies about GLX and GCR3 without guest tables, IoCtl, bit 42, the second half.
    private static bool HasMore(AmdviUnit unit, DeviceEntry entry) =>
        (entry.At(0).Field(53, 52) != 0 && !unit.PageRequests)
        || entry.At(0).Has(53)
        || (!entry.GV && (entry.GLX != 0 || entry.GCR3.Value != 0 || entry.GPM != 0))
        || entry.IoCtl == 3
        || entry.At(1).Has(42)
        || (entry.At(2).Value & InterruptReserved) != 0
        || (entry.At(3).Value & AttributesReserved) != 0;
}
