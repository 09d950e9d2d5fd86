namespace IoSpec.Contracts.Iommu;

/// <summary>Why an access was blocked, as far as every format can tell.</summary>
public enum FaultReason
{
    /// <summary>The requester is not attached.</summary>
    NotAttached,

    /// <summary>The address is wider than the translation.</summary>
    BeyondWidth,

    /// <summary>
    /// Nothing is mapped, or the right is missing: formats that cannot tell these apart use this for both.
    /// </summary>
    NotPermitted,

    /// <summary>Any other reason that the implementation reports.</summary>
    Other,
}
