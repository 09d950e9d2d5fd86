using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>The tag under which caches hold translations of a virtual machine, or of the host.</summary>
/// <remarks>Source: RISC-V IOMMU, caching in-memory data structures, identifiers used to tag entries.</remarks>
internal static class RiscvTag
{
    /// <summary>The host: the second stage is Bare.</summary>
    public const uint Host = 0;

    private const uint Guest = 1 << 16;

    /// <summary>A virtual machine.</summary>
    /// <param name="gscid">Its GSCID.</param>
    /// <returns>The tag.</returns>
    public static uint Machine(uint gscid) => Guest | gscid;

    /// <summary>The tag that a device context names.</summary>
    /// <param name="iohgatp">Its field iohgatp.</param>
    /// <returns>The tag.</returns>
    public static uint Of(Word iohgatp) =>
        iohgatp.Field(63, 60) == 0 ? Host : Machine((uint)iohgatp.Field(59, 44));
}
