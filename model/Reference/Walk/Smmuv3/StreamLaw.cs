namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>Which stream table entries are ILLEGAL.</summary>
/// <remarks>Source: SMMUv3 5.2.2, SteIllegal; Arm ARM D8.2, starting levels of stage 2.</remarks>
internal static class StreamLaw
{
    /// <summary>Whether an entry that is valid and does not abort is ILLEGAL.</summary>
    public static bool IsBroken(SmmuUnit unit, StreamEntry entry)
    {
        if (entry.HasStage1 && (!unit.Stage1 || IsFirstBroken(unit, entry))) return true;
        return entry.HasStage2 && (!unit.Stage2 || IsSecondBroken(unit, entry));
    }

    /// <summary>Whether the specification leaves open if an entry is ILLEGAL.</summary>
    public static bool IsOpen(SmmuUnit unit, StreamEntry entry)
    {
        if (!entry.HasStage2) return false;

        // Starting levels that need wider addresses than the unit has.
        return (entry.Granule, entry.S2SL0) switch
        {
            (12 or 16, 2) => unit.OutputBits < 44,
            (14, 2) => unit.OutputBits < 42,
            _ => false,
        };
    }

    /// <summary>The bits of an intermediate address, and whether the field is out of range.</summary>
    public static (int Width, bool IsBroken) WidthOf(SmmuUnit unit, StreamEntry entry)
    {
        var most = unit.SmallTables ? entry.Granule == 16 ? 47 : 48 : 39;
        var least = 64 - unit.IntermediateBits;
        if (!unit.IsFirstRevision) least = Math.Max(entry.Granule == 16 ? 12 : 16, least);
        return (64 - Math.Clamp(entry.S2T0SZ, least, most), entry.S2T0SZ < least || entry.S2T0SZ > most);
    }

    private static bool IsFirstBroken(SmmuUnit unit, StreamEntry entry)
    {
        // STRW counts where stage 1 alone translates.
        if (entry.Config == 5 && ((entry.STRW & 1) != 0 || (entry.STRW == 2 && !unit.Hyp))) return true;
        if (entry.S1STALLD && unit.StallModel != 0) return true;
        if (unit.SubstreamBits == 0) return false;
        if (entry.S1CDMax > unit.SubstreamBits) return true;
        return entry.S1CDMax > 0 && !unit.TwoLevelContexts && entry.S1Fmt is 1 or 2;
    }

    private static bool IsSecondBroken(SmmuUnit unit, StreamEntry entry)
    {
        if (entry.S2S ? unit.StallModel == 1 : unit.StallModel == 2) return true;
        if (!entry.S2AA64 || !unit.HasGranule(entry.Granule)) return true;
        if (entry.S2HA && unit.Marks < 1) return true;
        if (entry.S2HD && unit.Marks < 2) return true;
        if (entry.S2ENDI ? unit.Endianness == 2 : unit.Endianness == 3) return true;
        if (!unit.WideVmid && entry.S2VMID > 0xff) return true;
        var size = unit.OutputBitsOf(entry.S2PS);
        if (entry.S2TTB.Field(51, 4) << 4 >> (entry.Granule == 16 ? size : Math.Min(size, 48)) != 0) return true;
        var (width, isOut) = WidthOf(unit, entry);
        if (isOut && !unit.IsFirstRevision) return true;
        return !IsConsistent(unit, entry, width);
    }

    // A first table has an entry at least, and at most sixteen tables lie side by side.
    private static bool IsConsistent(SmmuUnit unit, StreamEntry entry, int width)
    {
        var shape = entry.Shape(width);
        if (entry.S2SL0 == 3)
        {
            if (entry.Granule != 12 || !unit.SmallTables) return false;
            shape = shape with { Start = 1 };
        }

        var bits = width - shape.Low(shape.Start);
        return bits >= 1 && bits <= entry.Granule - 3 + 4;
    }
}
