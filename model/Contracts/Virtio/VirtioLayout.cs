namespace IoSpec.Contracts.Virtio;

/// <summary>Where everything is in the guest's memory of a case: sixteen pages, zero but for what is written.</summary>
/// <remarks>
/// The rings are in page 0, a table for indirect descriptors in page 1, the driver's buffers in pages 2 to 7.
/// Tables that translate map bus page 8 + n to page n; what lies at page 8 + n itself is nobody's.
/// </remarks>
public static class VirtioLayout
{
    /// <summary>The first byte of memory.</summary>
    public const ulong Base = 0x40000;

    /// <summary>The number of pages.</summary>
    public const int Pages = 16;

    /// <summary>How far bus pages are from the pages that they are mapped to.</summary>
    public const int Shift = 8;

    /// <summary>The page of the rings.</summary>
    public const int RingPage = 0;

    /// <summary>The page of the indirect table.</summary>
    public const int TablePage = 1;

    /// <summary>The most descriptors in the indirect table.</summary>
    public const int TableSize = 64;

    /// <summary>The available ring, or the driver's wish for events, from the start of the descriptors.</summary>
    public const ulong Available = 0x400;

    /// <summary>The used ring, or the device's wish for events, from the start of the descriptors.</summary>
    public const ulong Used = 0x800;

    /// <summary>The address of a page.</summary>
    /// <param name="page">Its number, from 0.</param>
    /// <returns>The address.</returns>
    public static ulong AddressOf(int page) => Base + ((ulong)page << Page.Shift);

    /// <summary>The number of the page of an address.</summary>
    /// <param name="at">The address.</param>
    /// <returns>The number; -1 if it is not in memory.</returns>
    public static int PageOf(ulong at) =>
        at >= Base && at < Base + ((ulong)Pages << Page.Shift) ? (int)((at - Base) >> Page.Shift) : -1;
}
