using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Judges the capabilities that a guest is given: whether, where, and what they tell.</summary>
internal static class PlaceJudge
{
    /// <summary>None of them is there twice.</summary>
    public static bool Once(ValueList<ChainEntry> entries, ref Verdicts verdicts)
    {
        verdicts.Met(PasidRequirements.Cap07);
        var (pasids, pages) = (0u, 0u);
        foreach (var entry in entries)
        {
            if (entry.Id == Architected.Pasid) pasids++;
            if (entry.Id == Architected.Pages) pages++;
        }

        if (pasids <= 1 && pages <= 1) return true;
        verdicts.Violate(
            PasidRequirements.Cap07, "chain", Deviation.Extra, "each capability once",
            $"{pasids} of PASIDs, {pages} of page requests");
        return false;
    }

    /// <summary>What is there may be there.</summary>
    public static bool May(
        PlatformState state, FunctionState function, ValueList<ChainEntry> entries, ref Verdicts verdicts)
    {
        if (Offer.Refusal(state, function) is { } refusal)
        {
            verdicts.Met(refusal);
            if (Placement.Find(entries, Architected.Pasid) is not null)
            {
                verdicts.Violate(refusal, "chain", Deviation.Extra, "no PASIDs", "PASIDs");
                return false;
            }
        }

        if (state.Interface.IsEnabled) return true;
        verdicts.Met(PasidRequirements.Cap08);
        if (Placement.Find(entries, Architected.Pages) is null) return true;
        verdicts.Violate(PasidRequirements.Cap08, "chain", Deviation.Extra, "no page requests", "page requests");
        return false;
    }

    /// <summary>What could be there is there.</summary>
    public static void Should(
        PlatformState state, FunctionState function, ValueList<ChainEntry> entries, ref Verdicts verdicts)
    {
        if (Offer.Refusal(state, function) is not null) return;
        var shape = function.Shape;
        if (shape.Placement == PlacementRule.Explicit && !Placement.TakesPlace(function))
        {
            verdicts.Met(PasidRequirements.Plc06);
            verdicts.Cover(PasidCoverpoints.ImpossiblePlace);
            return;
        }

        verdicts.Met(PasidRequirements.Cap09);
        if (Placement.Find(entries, Architected.Pasid) is not null) return;
        verdicts.Violate(PasidRequirements.Cap09, "chain", Deviation.Missing, "PASIDs", "no PASIDs");
    }

    /// <summary>What is new lies where it may.</summary>
    public static bool Lies(
        FunctionState function, ChainEntry added, ValueList<ChainEntry> entries, ref Verdicts verdicts)
    {
        var at = (int)added.At.Value;
        var length = added.Id == Architected.Pasid ? Architected.PasidLength : Architected.PagesLength;
        if (added.Id == Architected.Pasid && function.Shape.Placement == PlacementRule.Explicit)
            return IsPlace(function, at, ref verdicts);
        verdicts.Met(PasidRequirements.Plc01);
        verdicts.Met(PasidRequirements.Plc03);
        if (!Placement.IsPossible(at, length))
        {
            verdicts.Violate(
                PasidRequirements.Plc01, "place", Deviation.WrongValue, "aligned, within the space", $"0x{at:x}");
            return false;
        }

        if (Placement.IsFree(function, at, length) && IsApart(added, length, entries)) return true;
        verdicts.Violate(PasidRequirements.Plc03, "place", Deviation.WrongValue, "free bytes", $"0x{at:x}");
        return false;
    }

    /// <summary>What it tells is no more than is there.</summary>
    public static bool Tells(PlatformState state, Word capability, ref Verdicts verdicts)
    {
        verdicts.Met(PasidRequirements.Cap03);
        verdicts.Met(PasidRequirements.Cap04);
        var (told, width) = ((uint)capability.Value, (uint)(capability.Value >> 8 & 0x1f));
        var widest = (uint)Offer.Width(state);
        if (width > widest)
        {
            verdicts.Violate(
                PasidRequirements.Cap03, "width", Deviation.WrongValue, $"at most {widest}", $"{width}");
            return false;
        }

        if ((told & 0x6 & ~Offer.Supported(state)) == 0) return true;
        verdicts.Violate(
            PasidRequirements.Cap04, "supported", Deviation.Extra, $"of 0x6, 0x{Offer.Supported(state):x}",
            $"0x{told & 0x6:x}");
        return false;
    }

    private static bool IsPlace(FunctionState function, int at, ref Verdicts verdicts)
    {
        var place = function.Shape.Place.Value;
        var (requirement, allowed) = Placement.TakesPlace(function)
            ? (PasidRequirements.Plc02, $"0x{place:x}")
            : (PasidRequirements.Plc06, "no PASIDs");
        verdicts.Met(requirement);
        if (requirement == PasidRequirements.Plc02 && at == place) return true;
        verdicts.Violate(requirement, "place", Deviation.WrongValue, allowed, $"0x{at:x}");
        return false;
    }

    private static bool IsApart(ChainEntry added, int length, ValueList<ChainEntry> entries)
    {
        foreach (var other in entries)
        {
            if (other == added) continue;
            var taken = other.Id == Architected.Pages ? Architected.PagesLength
                : other.Id == Architected.Pasid ? Architected.PasidLength : 4;
            if (added.At.Value < other.At.Value + taken && other.At.Value < added.At.Value + length) return false;
        }

        return true;
    }
}
