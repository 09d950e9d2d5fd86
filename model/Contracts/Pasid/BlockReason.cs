namespace IoSpec.Contracts.Pasids;

/// <summary>Why the IOMMU blocks a request, as its fault record tells.</summary>
public enum BlockReason
{
    /// <summary>The function has no PASIDs.</summary>
    PasidsOff,

    /// <summary>The PASID is wider than the function's PASIDs may be.</summary>
    PasidTooWide,

    /// <summary>No address space is attached.</summary>
    NothingAttached,

    /// <summary>It wants to execute, and that is off.</summary>
    ExecuteOff,

    /// <summary>It is privileged, and that is off.</summary>
    PrivilegeOff,

    /// <summary>The page does not allow it.</summary>
    Page,

    /// <summary>The implementation does not tell.</summary>
    Untold,
}
