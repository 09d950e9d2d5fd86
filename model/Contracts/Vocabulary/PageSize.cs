namespace IoSpec.Contracts;

/// <summary>The span of one table entry; the value is the number of address bits inside it.</summary>
public enum PageSize
{
    /// <summary>4 KiB, the smallest page.</summary>
    Size4K = 12,

    /// <summary>2 MiB.</summary>
    Size2M = 21,

    /// <summary>1 GiB.</summary>
    Size1G = 30,

    /// <summary>512 GiB: never a leaf, but an entry whose rights can be restricted.</summary>
    Size512G = 39,
}
