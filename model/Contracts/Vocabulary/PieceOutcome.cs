namespace IoSpec.Contracts;

/// <summary>What became of a piece of an access.</summary>
public enum PieceOutcome
{
    /// <summary>Memory was written or read.</summary>
    Landed,

    /// <summary>No memory was reached.</summary>
    Blocked,

    /// <summary>The harness cannot see whether the access reached memory.</summary>
    Unseen,

    /// <summary>Bytes of memory changed that are no piece of the access.</summary>
    Stray,

    /// <summary>Bytes were read that are the content of no memory behind the IOMMU.</summary>
    Unknown,
}
