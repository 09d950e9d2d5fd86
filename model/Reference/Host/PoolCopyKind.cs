namespace IoSpec.Reference.Host;

/// <summary>Why a driver writes a page for a slot of a bounce pool.</summary>
public enum PoolCopyKind
{
    /// <summary>The slot is to hold what memory holds.</summary>
    In,

    /// <summary>Memory is to hold what the slot holds, which is given back.</summary>
    Back,

    /// <summary>The slot is to hold nothing.</summary>
    Emptied,
}
