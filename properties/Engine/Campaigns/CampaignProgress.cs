namespace IoSpec.Engine;

/// <summary>How far a campaign has come.</summary>
/// <param name="Cases">Cases run.</param>
/// <param name="Operations">Operations judged.</param>
/// <param name="Failures">Signatures found.</param>
/// <param name="Elapsed">How long it has taken.</param>
public readonly record struct CampaignProgress(ulong Cases, ulong Operations, int Failures, TimeSpan Elapsed);
