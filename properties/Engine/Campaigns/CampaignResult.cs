using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What the campaign of one area on one target has shown.</summary>
/// <param name="Area">The area.</param>
/// <param name="Target">Which implementation it was.</param>
/// <param name="Capabilities">What it says it can do; null for everything.</param>
/// <param name="Evidence">What was put to the test.</param>
/// <param name="Failures">Of every signature the first failure, by case.</param>
/// <param name="Seconds">How long the campaign took, shrinking included.</param>
/// <param name="RunSeconds">How long its cases took, shrinking excluded.</param>
public sealed record CampaignResult(
    Area Area,
    TargetIdentity Target,
    Capabilities? Capabilities,
    Evidence Evidence,
    IReadOnlyList<Failure> Failures,
    double Seconds,
    double RunSeconds)
{
    /// <summary>What would make its corpus reach more; null if nobody asked.</summary>
    public CorpusGrowth? Growth { get; init; }

    /// <summary>Why the target could not be started again in the middle of the campaign; null if it could.</summary>
    public string? Unavailable { get; init; }
}
