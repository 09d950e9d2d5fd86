using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Evidence as a worker sends it and a journal keeps it.</summary>
internal sealed record WorkerEvidence(
    ValueList<ulong> Hits,
    ValueList<ulong> Cases,
    ValueList<ulong> Covered,
    ValueList<WorkerPair> Pairs,
    ulong Operations,
    ulong Skipped,
    ulong Avoided,
    ulong Ambiguous,
    ulong CasesRun)
{
    public static WorkerEvidence Of(Evidence evidence) => new(
        [.. evidence.Hits], [.. evidence.Cases], [.. evidence.Covered],
        [.. evidence.Pairs.Select(p => new WorkerPair(p.Key, p.Value))],
        evidence.Operations, evidence.Skipped, evidence.Avoided, evidence.Ambiguous, evidence.CasesRun);

    /// <summary>Whether it has a count for each requirement and coverpoint of an area.</summary>
    public bool FitsTo(Area area) =>
        (Hits.Count, Cases.Count, Covered.Count)
        == (area.Requirements.All.Count, area.Requirements.All.Count, area.Coverpoints.All.Count);

    public Evidence ToEvidence()
    {
        var evidence = new Evidence(Hits.Count, Covered.Count)
        {
            Operations = Operations,
            Skipped = Skipped,
            Avoided = Avoided,
            Ambiguous = Ambiguous,
            CasesRun = CasesRun,
        };
        Hits.AsSpan().CopyTo(evidence.Hits);
        Cases.AsSpan().CopyTo(evidence.Cases);
        Covered.AsSpan().CopyTo(evidence.Covered);
        foreach (var pair in Pairs.AsSpan()) evidence.AddPair(pair.Name, pair.Count);
        return evidence;
    }
}

/// <summary>A pair of operations and how often it occurred.</summary>
internal sealed record WorkerPair(string Name, ulong Count);
