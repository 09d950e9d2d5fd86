using IoSpec.Contracts;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>Contents of registers, by the specification's layout.</summary>
internal static class FakeRegisters
{
    /// <summary>CAP_REG: 39 bits, leaves of 2 MiB and 1 GiB, page-selective invalidation, one fault record.</summary>
    public const ulong Capability39 = 0x00d2_008c_2226_0206;

    /// <summary>CAP_REG: the same with 48 bits.</summary>
    public const ulong Capability48 = 0x00d2_008c_222f_0606;

    /// <summary>CAP_REG.CM: absence may be cached.</summary>
    public const ulong CachingMode = 1 << 7;

    /// <summary>CAP_REG.RWBF: write buffers have to be flushed.</summary>
    public const ulong FlushNeeded = 1 << 4;

    /// <summary>CAP_REG.PSI: pages can be invalidated one by one.</summary>
    public const ulong PageSelective = 1ul << 39;

    /// <summary>ECAP_REG: queue, pass-through, IVA_REG at 0xf0.</summary>
    public const ulong Extended = 0x00f0_0f4a;

    /// <summary>What a command in CCMD_REG would be as a descriptor.</summary>
    /// <param name="command">The register.</param>
    /// <returns>The descriptor's first half.</returns>
    public static Word ContextDescriptor(ulong command) =>
        new(1 | (((command >> 61) & 3) << 4) | ((command & 0xffff) << 16) | (((command >> 16) & 0xffff) << 32));

    /// <summary>What a command in IOTLB_REG would be as a descriptor.</summary>
    /// <param name="command">The register.</param>
    /// <returns>The descriptor's first half.</returns>
    public static Word TranslationDescriptor(ulong command) => new(
        2 | (((command >> 60) & 3) << 4) | (((command >> 48) & 3) << 6) | (((command >> 32) & 0xffff) << 16));
}
