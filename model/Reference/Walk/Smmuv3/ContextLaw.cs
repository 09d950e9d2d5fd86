namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>Which context descriptors are ILLEGAL.</summary>
/// <remarks>Source: SMMUv3 5.4.2, CdIllegal.</remarks>
internal static class ContextLaw
{
    /// <summary>Whether a descriptor that is valid is ILLEGAL.</summary>
    public static bool IsBroken(SmmuUnit unit, bool stallsDisabled, ContextEntry entry)
    {
        if (entry.S && (stallsDisabled || unit.StallModel == 1)) return true;
        if (!entry.S && unit.StallModel == 2) return true;
        if (!entry.A && unit.AlwaysAborts) return true;
        if (!entry.AA64) return true;
        if (entry.HA && unit.Marks < 1) return true;
        if (entry.HD && unit.Marks < 2) return true;
        if (!unit.WideAsid && entry.ASID > 0xff) return true;
        if ((!entry.EPD(0) || !entry.EPD(1)) && (entry.ENDI ? unit.Endianness == 2 : unit.Endianness == 3)) return true;
        return IsHalfBroken(unit, entry, 0) || IsHalfBroken(unit, entry, 1);
    }

    /// <summary>The bits of an input address of a half, and whether the field is out of range.</summary>
    public static (int Width, bool IsBroken) WidthOf(SmmuUnit unit, ContextEntry entry, int half)
    {
        var granule = entry.Granule(half);
        var most = unit.SmallTables ? granule == 16 ? 47 : 48 : 39;
        var least = unit.WideInput && granule == 16 ? 12 : 16;
        var field = entry.TxSZ(half);
        return (64 - Math.Clamp(field, least, most), field < least || field > most);
    }

    // A half without tables has no settings that count.
    private static bool IsHalfBroken(SmmuUnit unit, ContextEntry entry, int half)
    {
        if (entry.EPD(half)) return false;
        var granule = entry.Granule(half);
        if (!unit.HasGranule(granule)) return true;
        if (WidthOf(unit, entry, half).IsBroken && !unit.IsFirstRevision) return true;
        var size = unit.OutputBitsOf(entry.IPS);
        return entry.TTB(half).Field(51, 4) << 4 >> (granule == 16 ? size : Math.Min(size, 48)) != 0;
    }
}
