namespace IoSpec.Contracts;

/// <summary>
/// Thrown by a connector whose target crashed, hung or answered garbage; the engine makes it a verdict.
/// </summary>
public sealed class TargetLostException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="kind">How the target was lost.</param>
    /// <param name="detail">What was seen, in one line.</param>
    public TargetLostException(Loss kind, string detail)
        : base(detail) => Kind = kind;

    /// <summary>How the target was lost.</summary>
    public Loss Kind { get; }
}
