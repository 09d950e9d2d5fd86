namespace IoSpec.Reference.Iommu;

/// <summary>A place that a requester has left.</summary>
/// <param name="Place">The place.</param>
/// <param name="Died">The step at which it left; in the second phase, at which the first was over.</param>
/// <param name="Phase">What has yet to be invalidated.</param>
/// <param name="Ended">What ended its use, once nothing has.</param>
public readonly record struct FormerPlace(Place Place, int Died, LeavingPhase Phase, Retirement Ended);
