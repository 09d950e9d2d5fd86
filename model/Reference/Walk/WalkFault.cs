using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>Why a walk gave no address, and what is recorded of it.</summary>
/// <param name="Cause">Why, in the terms that all formats share.</param>
/// <param name="Codes">The codes that the record may have: several where the order of checks is left open.</param>
/// <param name="Logging">Whether it is recorded.</param>
public sealed record WalkFault(WalkCause Cause, ValueList<int> Codes, Logging Logging)
{
    /// <summary>A second address of the record, such as that of the failing stage; null if it says nothing.</summary>
    public Gpa? Second { get; init; }

    /// <summary>Whether the record has to say that the second stage faulted; null if it says nothing.</summary>
    public bool? SecondStage { get; init; }

    /// <summary>The number of the interrupt that is not delivered; null if the record says nothing.</summary>
    public uint? Index { get; init; }

    /// <summary>What was being read when it faulted, as the format numbers it; null if it says nothing.</summary>
    public int? Class { get; init; }
}
