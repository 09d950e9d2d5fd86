using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Judges what is read of a configuration space, bit by bit.</summary>
internal static class ConfigJudge
{
    public static After Read(
        PlatformState state, PasidOperation.ConfigRead read, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not PasidObservation.Value value || value.Bytes.Value >> (8 * read.Width) != 0)
            return PasidJudge.Garbage(seen, ref verdicts);
        var function = state.Of(read.Function);
        var (four, shift) = (read.At.Value & ~3, 8 * (read.At.Value & 3));
        var bits = (read.Width == 4 ? uint.MaxValue : (1u << (8 * read.Width)) - 1) << shift;
        var expected = ConfigView.Read(state, read.Side, function, four);
        var got = (uint)value.Bytes.Value << shift;
        var parts = read.Side == ConfigSide.Guest
            ? GuestParts.Of(state, function, four)
            : HardwareParts.Of(state, function, four);
        var after = After.Consistent;
        foreach (var (mask, requirement) in parts)
        {
            if ((mask & bits) == 0) continue;
            verdicts.Met(requirement);
            if (((expected ^ got) & mask & bits) == 0 || IsCut(function, read, got & bits)) continue;
            verdicts.Violate(
                requirement, "bits", Deviation.WrongValue, $"0x{expected & mask & bits:x} of 0x{mask & bits:x}",
                $"0x{got & mask & bits:x}");
            after = After.Lost;
        }

        return after;
    }

    // A guest that asks for more page requests than are left gets as many as it is given: seen once, that is known.
    private static bool IsCut(FunctionState function, PasidOperation.ConfigRead read, uint got)
    {
        var isAllotment = read.Side == ConfigSide.Guest && function.PagesAt + 12 == (read.At.Value & ~3);
        if (!isAllotment || !function.Pages.WasCut || got > function.Pages.Most) return false;
        if (read.Width == 4) (function.Pages.Allocation, function.Pages.WasCut) = (got, false);
        return true;
    }
}
