using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>All that may become of an access that is sent.</summary>
internal sealed class DmaOutcomes
{
    private readonly List<Gpa> _lands = [];
    private readonly List<Gpa> _former = [];

    /// <summary>How many places it may reach.</summary>
    public int Count => _lands.Count;

    /// <summary>The reasons for which it may be blocked: bit n for the reason n.</summary>
    public uint Reasons { get; private set; }

    /// <summary>What may become of an access.</summary>
    /// <param name="state">The state.</param>
    /// <param name="dma">The access.</param>
    public static DmaOutcomes Of(PlatformState state, PasidOperation.Dma dma)
    {
        var (outcomes, function) = (new DmaOutcomes(), state.Of(dma.Function));
        var versions = function.Versions(dma.Pasid);
        for (var control = 0u; control < 8; control++)
        {
            if ((function.LiveControls >> (int)control & 1) == 0) continue;
            if (versions.Count == 0) outcomes.Add(RequestGate.Pass(state, dma, function, control, binding: null));
            foreach (var binding in versions) outcomes.Add(RequestGate.Pass(state, dma, function, control, binding));
        }

        outcomes.AddFormer(state, dma, function);
        return outcomes;
    }

    /// <summary>Whether it could have reached another place before an invalidation.</summary>
    public bool HasFormer
    {
        get
        {
            foreach (var at in _former)
            {
                if (!_lands.Contains(at)) return true;
            }

            return false;
        }
    }

    /// <summary>Whether it may reach a place.</summary>
    public bool Lands(Gpa at) => _lands.Contains(at);

    /// <summary>Whether it could have reached a place before an invalidation.</summary>
    public bool FormerlyLanded(Gpa at) => _former.Contains(at);

    /// <summary>Whether it may be blocked for a reason.</summary>
    public bool Blocks(BlockReason reason) => (Reasons >> (int)reason & 1) != 0;

    /// <inheritdoc/>
    public override string ToString()
    {
        var words = new List<string>();
        foreach (var at in _lands) words.Add($"lands at {at}");
        foreach (var reason in Enum.GetValues<BlockReason>())
        {
            if (Blocks(reason)) words.Add($"blocked: {reason}");
        }

        return string.Join(", or ", words);
    }

    private void Add((BlockReason? Blocked, AllowedTranslations Page) passed)
    {
        if (passed.Blocked is { } reason)
        {
            Reasons |= 1u << (int)reason;
            return;
        }

        foreach (var outcome in passed.Page.Outcomes.AsSpan())
        {
            if (outcome is not Translation.To to) Reasons |= 1u << (int)BlockReason.Page;
            else if (!_lands.Contains(to.At)) _lands.Add(to.At);
        }
    }

    // What was attached before the last invalidation: only for the sake of blame.
    private void AddFormer(PlatformState state, PasidOperation.Dma dma, FunctionState function)
    {
        foreach (var (control, binding) in function.FormerOf(dma.Pasid))
        {
            var (blocked, page) = RequestGate.Pass(state, dma, function, control, binding);
            if (blocked is not null) continue;
            foreach (var outcome in page.Outcomes.AsSpan())
            {
                if (outcome is Translation.To to) _former.Add(to.At);
            }
        }
    }
}
