using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Reads four aligned bytes of a configuration space, in the view of the host or of a guest.</summary>
public static class ConfigView
{
    /// <summary>The chain that one finds.</summary>
    /// <param name="state">The state.</param>
    /// <param name="side">In whose view.</param>
    /// <param name="function">The function.</param>
    /// <returns>The headers.</returns>
    public static IReadOnlyList<ChainEntry> Chain(PlatformState state, ConfigSide side, FunctionState function)
    {
        if (side == ConfigSide.Guest) return function.Guest;
        var chain = new List<ChainEntry>();
        foreach (var block in function.Blocks)
        {
            if (state.Rules.Shows(function, block))
                chain.Add(new ChainEntry(block.Node.At, block.Node.Id, block.Node.Version));
        }

        return chain;
    }

    /// <summary>Reads four bytes.</summary>
    /// <param name="state">The state.</param>
    /// <param name="side">In whose view.</param>
    /// <param name="function">The function.</param>
    /// <param name="at">Their offset, a multiple of 4.</param>
    /// <returns>The bytes.</returns>
    public static uint Read(PlatformState state, ConfigSide side, FunctionState function, int at) =>
        side == ConfigSide.Guest ? Guest(state, function, at) : Hardware(state, function, at);

    /// <summary>Whether four bytes are emulated for the guest of a function, header included.</summary>
    /// <param name="function">The function.</param>
    /// <param name="at">Their offset.</param>
    /// <returns>True if they are.</returns>
    public static bool IsEmulated(FunctionState function, int at) =>
        (function.PasidAt is { } pasid && at >= pasid && at < pasid + Architected.PasidLength)
        || (function.PagesAt is { } pages && at >= pages && at < pages + Architected.PagesLength)
        || IsHeader(function.Guest, at);

    /// <summary>Whether a header of a chain is at an offset.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="at">The offset.</param>
    /// <returns>True if one is.</returns>
    public static bool IsHeader(IReadOnlyList<ChainEntry> chain, int at)
    {
        for (var i = 0; i < chain.Count; i++)
        {
            if (chain[i].At.Value == at) return true;
        }

        return false;
    }

    private static uint Guest(PlatformState state, FunctionState function, int at)
    {
        for (var i = 0; i < function.Guest.Count; i++)
        {
            if (function.Guest[i].At.Value == at) return state.Rules.Header(Header(function.Guest, i), function);
        }

        if (function.PasidAt + 4 == at) return (function.PasidCapability & 0xffff) | (function.Control << 16);
        if (function.PagesAt is { } pages && at > pages && at < pages + Architected.PagesLength)
            return state.Rules.ReadPages((at - pages) / 4, GuestPages(state, function, (at - pages) / 4));
        return at == Architected.Start && function.Guest.Count == 0 ? 0 : Hardware(state, function, at);
    }

    private static uint GuestPages(PlatformState state, FunctionState function, int index)
    {
        var pages = function.Pages;
        return index switch
        {
            1 => (pages.IsEnabled ? 1u : 0) | (pages.Failed ? 1u << 16 : 0) | (pages.Unexpected ? 1u << 17 : 0)
                | (PageGate.IsStopped(state, function) ? 1u << 24 : 0)
                | (state.Interface.ResponseNeedsPasid ? 1u << 31 : 0),
            2 => state.Interface.Capacity,
            _ => pages.Allocation,
        };
    }

    private static uint Hardware(PlatformState state, FunctionState function, int at)
    {
        if (function.BlockAt(at) is not { } block) return function.Hidden.GetValueOrDefault(at);
        var index = (at - block.At) / 4;
        if (index == 0) return Header(function, block);
        if (function.IsPhysical && block.Node == state.Interface.Node)
            return state.Rules.ReadPages(index, state.Interface.Read(index));
        return state.Rules.Read(block, index, block.Read(index));
    }

    private static uint Header(FunctionState function, RegisterBlock block)
    {
        var i = function.Blocks.IndexOf(block);
        var next = i + 1 < function.Blocks.Count ? function.Blocks[i + 1].At : 0;
        return Pack(new ChainEntry(block.Node.At, block.Node.Id, block.Node.Version), next);
    }

    private static uint Header(IReadOnlyList<ChainEntry> chain, int i) =>
        Pack(chain[i], i + 1 < chain.Count ? chain[i + 1].At.Value : 0);

    private static uint Pack(ChainEntry entry, int next) =>
        entry.Id.Value | ((uint)entry.Version << 16) | ((uint)next << 20);
}
