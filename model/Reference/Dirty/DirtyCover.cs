using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>The coverpoints of windows.</summary>
internal static class DirtyCover
{
    /// <summary>Notes what a window is like.</summary>
    public static void Window(DirtyState state, Window window, ref Verdicts verdicts)
    {
        if (!verdicts.TakesEvidence) return;
        var bits = window.Bits.Value;
        if (bits is 1 or 63 or 64 or 65) verdicts.Cover(DirtyCoverpoints.Bits((int)bits));
        if (bits > 1000) verdicts.Cover(DirtyCoverpoints.ManyBits);
        if (window.Size > state.Traits.Granule) verdicts.Cover(DirtyCoverpoints.Coarser);
        if (window.Size < state.Traits.Granule) verdicts.Cover(DirtyCoverpoints.Finer);
        if ((window.Range.First.Value >> Page.Shift) % 8 != 0) verdicts.Cover(DirtyCoverpoints.OddStart);
        if (!state.Population.Mapped.Contains(window.Range)) verdicts.Cover(DirtyCoverpoints.Hole);
        foreach (var mapping in state.Population.Mappings)
        {
            if (mapping.Range != window.Range && mapping.Range.Contains(window.Range))
                verdicts.Cover(DirtyCoverpoints.PartOfMapping);
        }
    }
}
