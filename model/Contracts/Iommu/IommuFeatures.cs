namespace IoSpec.Contracts.Iommu;

/// <summary>What an implementation can do besides mapping and translating.</summary>
[Flags]
public enum IommuFeatures
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>A requester can be passed through without translation.</summary>
    Bypass = 1,

    /// <summary>Requests carry a PASID, and a PASID is attached on its own.</summary>
    Pasid = 2,

    /// <summary>Translation requests and translated requests.</summary>
    Ats = 4,

    /// <summary>Interrupt messages are told apart from memory writes.</summary>
    Interrupts = 8,

    /// <summary>Privileged requests are told apart.</summary>
    Privilege = 16,

    /// <summary>Invalidations are submitted and awaited separately.</summary>
    QueuedInvalidation = 32,

    /// <summary>The right to fetch instructions is granted apart from the right to read.</summary>
    Execute = 64,
}
