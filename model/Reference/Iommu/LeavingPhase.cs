namespace IoSpec.Reference.Iommu;

/// <summary>How far the invalidations after a change of attachment have come.</summary>
public enum LeavingPhase
{
    /// <summary>The requester's own entry may still be used.</summary>
    Requester,

    /// <summary>Translations of the former domain may still be used.</summary>
    Domain,

    /// <summary>Nothing of it may be used.</summary>
    Gone,
}
