using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Puts capabilities where a guest finds them.</summary>
public static class Placement
{
    /// <summary>Whether no capability of the hardware has one of some bytes.</summary>
    /// <param name="function">The function.</param>
    /// <param name="at">The first byte.</param>
    /// <param name="length">How many.</param>
    /// <returns>True if none has.</returns>
    public static bool IsFree(FunctionState function, int at, int length)
    {
        foreach (var block in function.Blocks)
        {
            if (at < block.At + block.Node.Length && block.At < at + length) return false;
        }

        return true;
    }

    /// <summary>Whether a new capability can be at a place at all.</summary>
    /// <param name="at">The place.</param>
    /// <param name="length">Its length.</param>
    /// <returns>True if it can.</returns>
    public static bool IsPossible(int at, int length) =>
        at >= Architected.Start && at % 4 == 0 && at + length <= Architected.End;

    /// <summary>Whether the place that is known for the device can be used.</summary>
    /// <param name="function">The function.</param>
    /// <returns>True if it can.</returns>
    public static bool TakesPlace(FunctionState function)
    {
        var at = function.Shape.Place.Value;
        return IsPossible(at, Architected.PasidLength) && IsFree(function, at, Architected.PasidLength);
    }

    /// <summary>Makes the chain that the guest of a function finds.</summary>
    /// <param name="state">The state.</param>
    /// <param name="function">The function.</param>
    /// <returns>The headers; of new capabilities also.</returns>
    public static List<ChainEntry> Chain(PlatformState state, FunctionState function)
    {
        var (rules, chain) = (state.Rules, new List<ChainEntry>());
        var (pasid, pages) = (rules.Offers(state, function), rules.OffersPages(state));
        // 1. What the hardware has; what is hidden in the first place leads on.
        for (var i = 0; i < function.Blocks.Count; i++)
        {
            var node = function.Blocks[i].Node;
            var isShown = !(rules.Hides(node.Id) || (node.Id == Architected.Pasid && !pasid)
                || (node.Id == Architected.Pages && !pages)) && rules.Links(function, i);
            if (isShown) chain.Add(new ChainEntry(node.At, node.Id, node.Version));
            else if (i == 0 && rules.LeavesPlaceholder) chain.Add(new ChainEntry(node.At, new CapabilityId(0), 0));
        }

        // 2. What the hardware does not have.
        if (pasid && (Find(chain, Architected.Pasid) is null || rules.AddsTwice(state.Configuration.Emulation)))
        {
            if (PlaceOf(state, function, chain) is { } at) Add(chain, at, Architected.Pasid);
        }

        if (pages && Find(chain, Architected.Pages) is null
            && Search(state, function, chain, Architected.PagesLength) is { } place)
            Add(chain, place, Architected.Pages);
        // A header of zeros is none.
        while (chain.Count > 0 && chain[^1].Id.Value == 0) chain.RemoveAt(chain.Count - 1);
        return chain;
    }

    /// <summary>The place of the first capability with an id, or null.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="id">The id.</param>
    /// <returns>The offset.</returns>
    public static int? Find(IReadOnlyList<ChainEntry> chain, CapabilityId id)
    {
        foreach (var entry in chain)
        {
            if (entry.Id == id) return entry.At.Value;
        }

        return null;
    }

    // What nothing leads to is not found: the search begins at 0x100.
    private static void Add(List<ChainEntry> chain, int at, CapabilityId id)
    {
        if (chain.Count == 0 && at != Architected.Start)
            chain.Add(new ChainEntry(new ConfigOffset(Architected.Start), new CapabilityId(0), 0));
        chain.Add(new ChainEntry(new ConfigOffset((ushort)at), id, 1));
    }

    private static int? PlaceOf(PlatformState state, FunctionState function, List<ChainEntry> chain)
    {
        var (rules, shape) = (state.Rules, function.Shape);
        if (shape.Placement == PlacementRule.Explicit && rules.HonoursPlace)
            return TakesPlace(function) || rules.UsesImpossiblePlace ? shape.Place.Value : null;
        if (shape.Placement == PlacementRule.SameAsPhysical
            && state.Physical.Block(Architected.Pasid) is { } physical
            && rules.IsFree(function, physical.At, Architected.PasidLength))
            return physical.At;
        return Search(state, function, chain, Architected.PasidLength);
    }

    // The kernel takes the first place that is free, a monitor the last one.
    private static int? Search(PlatformState state, FunctionState function, List<ChainEntry> chain, int length)
    {
        var isUpwards = state.Configuration.Emulation != EmulationShape.Monitor;
        var last = state.Rules.LastPlace(length);
        for (var i = 0; i <= last - Architected.Start; i += 4)
        {
            var at = isUpwards ? Architected.Start + i : last - i;
            if (at == Architected.Start && chain.Count > 0) continue;
            if (state.Rules.IsFree(function, at, length) && IsUntaken(chain, at, length)) return at;
        }

        return null;
    }

    private static bool IsUntaken(List<ChainEntry> chain, int at, int length)
    {
        foreach (var entry in chain)
        {
            var taken = entry.Id == Architected.Pasid ? Architected.PasidLength : 4;
            if (at < entry.At.Value + taken && entry.At.Value < at + length) return false;
        }

        return true;
    }
}
