namespace IoSpec.Contracts.Walk;

/// <summary>Why a walk gives no address, in the terms that all formats share.</summary>
public enum WalkCause
{
    /// <summary>The unit lets nothing through.</summary>
    UnitOff,

    /// <summary>An entry that says how the requester or its PASID is translated is absent.</summary>
    NotConfigured,

    /// <summary>Such an entry has a reserved bit or a setting that the unit does not have.</summary>
    BadConfiguration,

    /// <summary>The configuration does not admit requests of this kind: with a PASID, privileged, translated.</summary>
    KindNotAdmitted,

    /// <summary>The requester id or the PASID is wider than the tables.</summary>
    IdTooWide,

    /// <summary>The address is wider than the tables, or not canonical.</summary>
    AddressTooWide,

    /// <summary>A table entry is absent.</summary>
    NotPresent,

    /// <summary>A right is missing.</summary>
    NoRight,

    /// <summary>A table entry has a reserved bit.</summary>
    ReservedBit,

    /// <summary>A table entry is of a kind or an alignment that its level cannot have.</summary>
    WrongLevel,

    /// <summary>A table entry is not marked as used or changed, and the unit does not mark it.</summary>
    NotMarked,

    /// <summary>A table cannot be read.</summary>
    Unreadable,

    /// <summary>The output address is one that no request may reach.</summary>
    BadOutput,
}
