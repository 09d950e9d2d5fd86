namespace IoSpec.Contracts;

/// <summary>How faults of devices are reported.</summary>
/// <param name="Records">How many records are kept until they are cleared; 0 if none are.</param>
/// <param name="Merging">Which later faults a kept record may stand for.</param>
/// <param name="ShowsOverflow">Whether a lost record is signalled.</param>
public readonly record struct FaultReporting(int Records, FaultMerging Merging, bool ShowsOverflow);
