namespace IoSpec.Contracts;

/// <summary>A set of sizes of mapping.</summary>
[Flags]
public enum LeafSizes
{
    /// <summary>No size.</summary>
    None = 0,

    /// <summary>4 KiB.</summary>
    Size4K = 1,

    /// <summary>2 MiB.</summary>
    Size2M = 2,

    /// <summary>1 GiB.</summary>
    Size1G = 4,
}
