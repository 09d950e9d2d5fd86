namespace IoSpec.Contracts;

/// <summary>An operation of a recorded history.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Seen">What was seen of it; null if the recording does not show it.</param>
public readonly record struct RecordedStep(Operation Operation, Observation? Seen);

/// <summary>A part of a recorded history that begins with nothing done yet.</summary>
/// <param name="Configuration">What holds for it.</param>
/// <param name="Steps">The operations, in order.</param>
public sealed record RecordedCase(Configuration Configuration, IReadOnlyList<RecordedStep> Steps);

/// <summary>What somebody else has recorded, as operations of one area.</summary>
/// <param name="Area">The id of the area.</param>
/// <param name="Target">Of what it is, as a connection string names it.</param>
/// <param name="Version">Its version; empty if the recording does not tell it.</param>
/// <param name="Capabilities">What it can do as far as the recording shows; null for everything.</param>
/// <param name="Cases">Its parts.</param>
/// <param name="Gap">Why something may be missing, in one line; empty if nothing can be.</param>
/// <param name="Hidden">The requirements that no recording of this kind can show broken.</param>
/// <param name="LeftOut">What is no operation, and how often it is there.</param>
public sealed record RecordedHistory(
    string Area,
    string Target,
    string Version,
    Capabilities? Capabilities,
    IReadOnlyList<RecordedCase> Cases,
    string Gap,
    IReadOnlyList<Requirement> Hidden,
    IReadOnlyDictionary<string, long> LeftOut);
