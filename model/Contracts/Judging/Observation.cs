namespace IoSpec.Contracts;

/// <summary>
/// What was seen of an implementation after one operation. One closed union per area, and the two here.
/// </summary>
public abstract record Observation
{
    /// <inheritdoc/>
    public sealed override string ToString() => Printer.Line(this);
}

/// <summary>The target says that it cannot do this; N/A only if it never declared the capability.</summary>
/// <param name="Reason">Why, in one line.</param>
public sealed record Unsupported(string Reason) : Observation;

/// <summary>The target is gone or answers nonsense; made by the engine and by connectors, never by a target.</summary>
/// <param name="Kind">How it was lost.</param>
/// <param name="Detail">What was seen, in one line.</param>
public sealed record Lost(Loss Kind, string Detail) : Observation;
