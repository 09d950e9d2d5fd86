namespace IoSpec.Contracts;

/// <summary>The smallest page of every format in the suite: 4 KiB.</summary>
public static class Page
{
    /// <summary>The number of address bits inside a page.</summary>
    public const int Shift = 12;

    /// <summary>The size of a page, in bytes.</summary>
    public const ulong Bytes = 1ul << Shift;
}
