namespace IoSpec.Engine;

/// <summary>Why a requirement does not apply to a target.</summary>
/// <param name="Kind">Whether the target lacks what it is about, or the harness cannot reach it.</param>
/// <param name="Reason">Where that was read, in one line.</param>
public sealed record NotApplicable(NotApplicableKind Kind, string Reason);
