namespace IoSpec.Reference.Dirty;

/// <summary>The pages that a report may give.</summary>
internal static class Allowance
{
    /// <summary>What was written and is marked with it, what is pinned, and what may be written unseen.</summary>
    /// <param name="state">The state before the report.</param>
    public static PageSet Of(DirtyState state)
    {
        var allowed = new PageSet();
        var granule = state.Traits.Granule;
        foreach (var note in state.Notes) allowed.Add(Ranges.Extend(note.Range, granule));
        foreach (var range in state.May.Ranges) allowed.Add(Ranges.Extend(range, granule));
        foreach (var write in state.Writes) allowed.Add(Ranges.Extend(write.Range, granule));
        foreach (var pin in state.Population.Pins) allowed.Add(Ranges.Extend(pin.Range, granule));
        if (!state.Population.HasUnseen) return allowed;
        foreach (var range in state.Population.Mapped.Ranges) allowed.Add(range);
        return allowed;
    }
}
