namespace IoSpec.Reference.Walk.Vtd;

/// <summary>Which bits of the requester an entry of an interrupt does not look at.</summary>
/// <remarks>Source: VT-d chapter 9, interrupt remapping table entry, SQ.</remarks>
internal static class VtdOrigin
{
    /// <summary>SQ: 0 none, 1 bit 2, 2 bits 2:1, 3 bits 2:0 of the function number.</summary>
    public static ulong Ignored(ulong qualifier) => qualifier switch
    {
        0 => 0,
        1 => 4,
        2 => 6,
        _ => 7,
    };
}
