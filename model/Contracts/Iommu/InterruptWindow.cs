namespace IoSpec.Contracts.Iommu;

/// <summary>The addresses at which a write is an interrupt message, not an access to memory.</summary>
/// <remarks>Source: VT-d chapter 3, interrupt address range; Intel SDM volume 3, message address.</remarks>
public static class InterruptWindow
{
    /// <summary>The addresses.</summary>
    public static IovaRange Range => new(new Iova(0xfee0_0000), new Iova(0xfeef_ffff));
}
