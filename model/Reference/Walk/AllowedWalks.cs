using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>All that a request may lead to: every walk over versions that may be used.</summary>
public sealed class AllowedWalks
{
    private readonly List<WalkResult> _results = [];

    /// <summary>The results, none twice; that of what counts now first.</summary>
    public IReadOnlyList<WalkResult> Results => _results;

    /// <summary>Whether there are too many, or something unknown was read: then nothing is judged by them.</summary>
    public bool IsAmbiguous { get; private set; }

    /// <summary>Whether all of them fault.</summary>
    public bool MustFault { get; private set; } = true;

    /// <summary>Whether one of them faults.</summary>
    public bool MayFault { get; private set; }

    /// <summary>The marks that the unit may set; those that it must, if there was no choice.</summary>
    public List<(Gpa At, Word Bits, bool Must)> Marks { get; } = [];

    /// <summary>Walks in every way that is allowed.</summary>
    /// <param name="state">What is known of the unit.</param>
    /// <param name="format">The format.</param>
    /// <param name="request">The request.</param>
    /// <param name="offersRetired">Whether to use versions too that may not be used any more.</param>
    /// <returns>The results.</returns>
    public static AllowedWalks Of(
        WalkState state, WalkFormat format, in WalkRequest request, bool offersRetired = false)
    {
        var allowed = new AllowedWalks();
        var entries = state.Entries;
        entries.Begin(format, offersRetired);
        var walks = 0;
        do
        {
            allowed.Add(format.Walk(state.Configuration.Unit, request, entries), entries);
            walks++;
            allowed.IsAmbiguous |= entries.IsUnknown || walks > WalkBounds.Combinations;
        }
        while (walks <= WalkBounds.Combinations && entries.Next());
        allowed.Finish(entries.HadChoice);
        return allowed;
    }

    /// <summary>Whether an address may be reached.</summary>
    /// <param name="output">The address.</param>
    /// <returns>True if it may.</returns>
    public bool Reaches(Gpa output)
    {
        foreach (var result in _results)
        {
            if (result.Reaches && result.Output == output) return true;
        }

        return false;
    }

    private void Add(WalkResult result, VersionedEntries entries)
    {
        MustFault &= !result.Reaches;
        MayFault |= !result.Reaches;
        Marks.AddRange(entries.Marks);
        if (_results.Contains(result)) return;
        if (_results.Count == WalkBounds.Results) IsAmbiguous = true;
        else _results.Add(result);
    }

    // With a choice nobody knows which entries were used.
    private void Finish(bool hadChoice)
    {
        if (!hadChoice && !MayFault) return;
        for (var i = 0; i < Marks.Count; i++) Marks[i] = Marks[i] with { Must = false };
    }
}
