namespace IoSpec.Engine;

/// <summary>What is wrong with a waiver.</summary>
/// <param name="Waiver">The waiver.</param>
/// <param name="IsExpired">
/// True if its last day is over; false if its requirement was tested and did not fail that way.
/// </param>
public sealed record WaiverNote(Waiver Waiver, bool IsExpired)
{
    /// <summary>The note for people; of a withheld waiver, nothing but requirement and target.</summary>
    public string Text => IsExpired
        ? $"waiver {Waiver.Id} has expired: {Waiver.Requirement} on {Waiver.Target}"
        : $"waiver {Waiver.Id} is stale: {Waiver.Requirement} on {Waiver.Target} was tested and did not fail that way";
}
