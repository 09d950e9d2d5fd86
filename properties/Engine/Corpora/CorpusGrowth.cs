using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What would make the scenarios of a corpus for one target in one area reach more.</summary>
/// <param name="Found">Sequences that reach what no scenario reaches, as small as they could be made.</param>
/// <param name="Idle">
/// The indices of scenarios that reach nothing that those before them do not reach, and break nothing.
/// </param>
public sealed record CorpusGrowth(IReadOnlyList<ReachingCase> Found, IReadOnlyList<int> Idle);

/// <summary>A sequence that reaches coverpoints and breaks nothing.</summary>
/// <param name="Case">The number of the case that it was, or of the scenario.</param>
/// <param name="Configuration">What holds for it.</param>
/// <param name="Operations">Its operations.</param>
/// <param name="Seen">What was seen after each of them.</param>
/// <param name="Points">The ids of the coverpoints for which it is kept.</param>
public sealed record ReachingCase(
    long Case,
    Configuration Configuration,
    IReadOnlyList<Operation> Operations,
    IReadOnlyList<Observation> Seen,
    IReadOnlyList<string> Points);
