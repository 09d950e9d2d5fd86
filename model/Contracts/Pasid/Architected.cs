namespace IoSpec.Contracts.Pasids;

/// <summary>The extended capabilities whose registers the area knows, and where their space begins and ends.</summary>
/// <remarks>Source: PCI Express Base; the ids as in Linux include/uapi/linux/pci_regs.h.</remarks>
public static class Architected
{
    /// <summary>The first byte of the extended space, at which every search begins.</summary>
    public const int Start = 0x100;

    /// <summary>The first byte behind the extended space.</summary>
    public const int End = 0x1000;

    /// <summary>The length of a PASID capability.</summary>
    public const int PasidLength = 8;

    /// <summary>The length of a page request capability.</summary>
    public const int PagesLength = 16;

    /// <summary>The length of an ATS capability.</summary>
    public const int AtsLength = 8;

    /// <summary>The length of an SR-IOV capability.</summary>
    public const int SriovLength = 64;

    /// <summary>Address translation services.</summary>
    public static CapabilityId Ats { get; } = new(0x0f);

    /// <summary>Virtual functions.</summary>
    public static CapabilityId Sriov { get; } = new(0x10);

    /// <summary>Page requests.</summary>
    public static CapabilityId Pages { get; } = new(0x13);

    /// <summary>Process address spaces.</summary>
    public static CapabilityId Pasid { get; } = new(0x1b);
}
