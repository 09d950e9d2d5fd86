namespace IoSpec.Contracts;

/// <summary>A target that can say what a sequence comes down to, in the terms of another area.</summary>
/// <remarks>
/// What drives an implementation may be wrong itself. The record holds what was done to the implementation below it, so
/// that a second judge can tell whose fault a failure is.
/// </remarks>
public interface IRecordsRaw
{
    /// <summary>Begins a record: the next reset starts the implementation afresh and notes all done to it.</summary>
    /// <returns>False if there is nothing that could be noted.</returns>
    bool Record();

    /// <summary>Ends the record.</summary>
    /// <returns>What was noted since the start of the implementation; null if no record was begun.</returns>
    RawRecord? TakeRecord();
}

/// <summary>A sequence in the terms of another area.</summary>
/// <param name="Area">The id of that area.</param>
/// <param name="Configuration">What holds for it.</param>
/// <param name="Operations">The operations in order, from the start of the implementation on.</param>
/// <param name="Seen">What was seen after each of them.</param>
public sealed record RawRecord(
    string Area, Configuration Configuration, ValueList<Operation> Operations, ValueList<Observation> Seen);
