using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>One violation with the case that showed it.</summary>
/// <param name="Signature">What makes it the same as others.</param>
/// <param name="Violation">The violation.</param>
/// <param name="Case">The number of the case.</param>
/// <param name="Configuration">What held for the case.</param>
/// <param name="Operations">The operations up to and with the one that deviates.</param>
/// <param name="Seen">What was seen after each of them.</param>
public sealed record Failure(
    Signature Signature,
    Violation Violation,
    long Case,
    Configuration Configuration,
    IReadOnlyList<Operation> Operations,
    IReadOnlyList<Observation> Seen)
{
    /// <summary>Whether the target was lost: shrinking it costs a target each time.</summary>
    public bool IsLoss => Seen.Count == 0 || Seen[^1] is Lost { Kind: Loss.Hung or Loss.Crashed };

    /// <summary>Whether no operation can be left out.</summary>
    public bool IsMinimal { get; init; }

    /// <summary>How many operations at the start belong to earlier cases, without which it does not fail.</summary>
    public int Before { get; init; }

    /// <summary>How often it showed in three runs on fresh targets; -1 if it was not tried.</summary>
    public int Reproduced { get; init; } = -1;

    /// <summary>Whether it comes from a record: then nothing can be tried again.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>What another area says of it; null if none was asked.</summary>
    public SecondOpinion? SecondOpinion { get; init; }

    /// <summary>
    /// That it must not be shown and only its kind is known, because it comes from a journal; null if all is known.
    /// </summary>
    public Withheld? Withheld { get; init; }

    /// <summary>What it depends on; null if that was not looked for.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>How many sequences were run to shrink it.</summary>
    public int Evaluations { get; init; }

    /// <summary>How many operations the campaign had delivered before it.</summary>
    public ulong OperationsToDetection { get; init; }
}
