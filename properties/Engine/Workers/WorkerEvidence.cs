using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Evidence as a worker sends it and a journal keeps it.</summary>
internal sealed record WorkerEvidence(
    ValueList<ulong> Hits,
    ValueList<ulong> Cases,
    ValueList<ulong> Covered,
    ValueList<WorkerPair> Pairs,
    ValueList<WorkerPair> Kinds,
    ValueList<ulong> Lengths,
    ulong Operations,
    ulong Skipped,
    ulong Swept,
    ulong Cut,
    ulong NotReplayed,
    ulong Avoided,
    ulong Discarded,
    ulong Stuck,
    ulong Ambiguous,
    ulong CasesRun)
{
    public static WorkerEvidence Of(Evidence evidence) => new(
        [.. evidence.Hits], [.. evidence.Cases], [.. evidence.Covered],
        [.. evidence.Pairs.Select(p => new WorkerPair(p.Key, p.Value))],
        [.. evidence.Kinds.Select(p => new WorkerPair(p.Key, p.Value))], [.. evidence.Lengths],
        evidence.Operations, evidence.Skipped, evidence.Swept, evidence.Cut, evidence.NotReplayed, evidence.Avoided,
        evidence.Discarded, evidence.Stuck, evidence.Ambiguous, evidence.CasesRun);

    /// <summary>Whether it has a count for each requirement and coverpoint of an area, and for each length.</summary>
    public bool FitsTo(Area area) =>
        (Hits.Count, Cases.Count, Covered.Count, Lengths.Count) == (
            area.Requirements.All.Count, area.Requirements.All.Count, area.Coverpoints.All.Count,
            Evidence.LengthClasses);

    public Evidence ToEvidence()
    {
        var evidence = new Evidence(Hits.Count, Covered.Count)
        {
            Operations = Operations,
            Skipped = Skipped,
            Swept = Swept,
            Cut = Cut,
            NotReplayed = NotReplayed,
            Avoided = Avoided,
            Discarded = Discarded,
            Stuck = Stuck,
            Ambiguous = Ambiguous,
            CasesRun = CasesRun,
        };
        Hits.AsSpan().CopyTo(evidence.Hits);
        Cases.AsSpan().CopyTo(evidence.Cases);
        Covered.AsSpan().CopyTo(evidence.Covered);
        foreach (var pair in Pairs.AsSpan()) evidence.AddPair(pair.Name, pair.Count);
        foreach (var kind in Kinds.AsSpan()) evidence.AddKind(kind.Name, kind.Count);
        Lengths.AsSpan().CopyTo(evidence.Lengths);
        return evidence;
    }
}

/// <summary>A kind of operation, or a pair of them, and how often it occurred.</summary>
internal sealed record WorkerPair(string Name, ulong Count);
