using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Judges chains of capabilities: what the hardware shows, and what a guest is given.</summary>
internal static class ChainJudge
{
    public static After Discover(
        PlatformState state, PasidOperation.Discover discover, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not PasidObservation.Chain chain) return PasidJudge.Garbage(seen, ref verdicts);
        var function = state.Of(discover.Function);
        if (discover.Side == ConfigSide.Hardware && !function.IsPhysical) OfVirtual(chain.Entries, ref verdicts);
        verdicts.Met(PasidRequirements.Plc04);
        verdicts.Met(PasidRequirements.Plc05);
        var known = ConfigView.Chain(state, discover.Side, function);
        foreach (var entry in known)
        {
            if (!Has(chain.Entries, entry)) return Lacks(entry, ref verdicts);
        }

        if (chain.Entries.Count == known.Count) return InOrder(chain.Entries, known, ref verdicts);
        return TooMany(chain.Entries, ref verdicts);
    }

    public static After Assign(
        PlatformState state, PasidOperation.Assign assign, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not PasidObservation.Assigned assigned) return PasidJudge.Garbage(seen, ref verdicts);
        var function = state.Of(assign.Function);
        PasidCover.Assign(state, function, ref verdicts);
        if (Kept(state, function, assigned.Entries, ref verdicts) == After.Lost) return After.Lost;
        var added = Added(function, assigned.Entries);
        if (added is null) return TooMany(assigned.Entries, ref verdicts);
        if (!PlaceJudge.Once(assigned.Entries, ref verdicts)) return After.Lost;
        if (!PlaceJudge.May(state, function, assigned.Entries, ref verdicts)) return After.Lost;
        foreach (var entry in added)
        {
            if (!PlaceJudge.Lies(function, entry, assigned.Entries, ref verdicts)) return After.Lost;
        }

        PlaceJudge.Should(state, function, assigned.Entries, ref verdicts);
        var has = Placement.Find(assigned.Entries, Architected.Pasid) is not null;
        return !has || PlaceJudge.Tells(state, assigned.Capability, ref verdicts)
            ? After.Consistent
            : After.Resynchronised;
    }

    private static void OfVirtual(ValueList<ChainEntry> entries, ref Verdicts verdicts)
    {
        verdicts.Met(PasidRequirements.Cap01);
        foreach (var entry in entries)
        {
            if (entry.Id != Architected.Pasid && entry.Id != Architected.Pages) continue;
            verdicts.Violate(
                PasidRequirements.Cap01, "chain", Deviation.Extra, "neither PASIDs nor page requests",
                $"capability {entry.Id} at {entry.At}");
        }
    }

    // All that the guest is to see of the hardware is there, in the order of the hardware.
    private static After Kept(
        PlatformState state, FunctionState function, ValueList<ChainEntry> entries, ref Verdicts verdicts)
    {
        verdicts.Met(PasidRequirements.Plc04);
        var next = 0;
        foreach (var block in function.Blocks)
        {
            var node = block.Node;
            if (node.Id.Value == 0 || IsHideable(node.Id)) continue;
            var entry = new ChainEntry(node.At, node.Id, node.Version);
            while (next < entries.Count && entries[next] != entry) next++;
            if (next++ >= entries.Count) return Lacks(entry, ref verdicts);
        }

        return After.Consistent;
    }

    private static bool IsHideable(CapabilityId id) =>
        id == Architected.Sriov || id == Architected.Pasid || id == Architected.Pages;

    // What the hardware does not have: PASIDs and page requests; a header that only leads on may be first.
    private static List<ChainEntry>? Added(FunctionState function, ValueList<ChainEntry> entries)
    {
        var added = new List<ChainEntry>();
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (IsOfHardware(function, entry)) continue;
            if (entry.Id == Architected.Pasid || entry.Id == Architected.Pages) added.Add(entry);
            else if (entry.Id.Value != 0 || i != 0) return null;
        }

        return added;
    }

    private static bool IsOfHardware(FunctionState function, ChainEntry entry)
    {
        foreach (var block in function.Blocks)
        {
            if (block.Node.At == entry.At && block.Node.Id == entry.Id && entry.Id != Architected.Sriov) return true;
        }

        return false;
    }

    private static bool Has(ValueList<ChainEntry> entries, ChainEntry wanted)
    {
        foreach (var entry in entries)
        {
            if (entry == wanted) return true;
        }

        return false;
    }

    private static After InOrder(
        ValueList<ChainEntry> entries, IReadOnlyList<ChainEntry> known, ref Verdicts verdicts)
    {
        for (var i = 0; i < known.Count; i++)
        {
            if (entries[i] == known[i]) continue;
            verdicts.Violate(
                PasidRequirements.Plc04, "order", Deviation.WrongValue, $"capability {known[i].Id} at {known[i].At}",
                $"capability {entries[i].Id} at {entries[i].At}");
            return After.Lost;
        }

        return After.Consistent;
    }

    private static After Lacks(ChainEntry entry, ref Verdicts verdicts)
    {
        verdicts.Violate(
            PasidRequirements.Plc04, "chain", Deviation.Missing, $"capability {entry.Id} at {entry.At}",
            "it is not found");
        return After.Lost;
    }

    private static After TooMany(ValueList<ChainEntry> entries, ref Verdicts verdicts)
    {
        verdicts.Violate(
            PasidRequirements.Plc05, "chain", Deviation.Extra, "the capabilities of the function, each once",
            $"{entries.Count} headers");
        return After.Lost;
    }
}
