namespace IoSpec.Contracts.Iommu;

/// <summary>Why an operation was refused.</summary>
public enum Refusal
{
    /// <summary>The domain does not exist.</summary>
    NoSuchDomain,

    /// <summary>The domain exists already.</summary>
    DomainExists,

    /// <summary>A requester is attached to the domain.</summary>
    DomainInUse,

    /// <summary>The requester does not exist.</summary>
    NoSuchRequester,

    /// <summary>The range is empty, misaligned, wraps, or leaves the width or the memory.</summary>
    BadRange,

    /// <summary>The rights are none, or not possible.</summary>
    BadRights,

    /// <summary>Something is mapped there already.</summary>
    Overlap,

    /// <summary>The range covers a mapping in part.</summary>
    PartOfMapping,

    /// <summary>The addresses are reserved.</summary>
    Reserved,

    /// <summary>The requester is not attached.</summary>
    NotAttached,

    /// <summary>A limit is reached.</summary>
    OutOfResources,
}
