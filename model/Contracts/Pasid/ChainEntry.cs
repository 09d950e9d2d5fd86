namespace IoSpec.Contracts.Pasids;

/// <summary>One header of the chain of extended capabilities, as one finds it who follows the chain.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Id">Which capability it is; 0 for a header that only leads on.</param>
/// <param name="Version">Its version.</param>
public readonly record struct ChainEntry(ConfigOffset At, CapabilityId Id, int Version);
