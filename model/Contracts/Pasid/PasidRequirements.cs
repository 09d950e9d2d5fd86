namespace IoSpec.Contracts.Pasids;

/// <summary>What an implementation of the area <c>pasid</c> must do: the catalogue, in our own words.</summary>
/// <remarks>Isolation from others is on the axis Safety; what hurts only the guest itself is on Function.</remarks>
public static class PasidRequirements
{
    /// <summary>The id of the area.</summary>
    public const string Area = "pasid";

    /// <summary>A virtual function has no PASID and no page request capability of its own.</summary>
    public static Requirement Cap01 { get; } = new()
    {
        Id = "PASID-CAP-01",
        Statement = "A virtual function has no PASID and no page request capability of its own.",
        Source = "Linux drivers/pci/ats.c, pci_enable_pasid, pci_enable_pri and pci_pri_supported; QEMU " +
            "hw/pci/pcie_sriov.c, whose functions have neither",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>
    /// A guest finds a PASID capability in a function only if the physical function has PASIDs enabled.
    /// </summary>
    public static Requirement Cap02 { get; } = new()
    {
        Id = "PASID-CAP-02",
        Statement = "A guest finds a PASID capability in a function only if the physical function has PASIDs " +
            "enabled.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; Linux " +
            "drivers/pci/ats.c, pci_enable_pasid, pci_enable_pri and pci_pri_supported; QEMU " +
            "hw/pci/pcie_sriov.c, whose functions have neither",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>
    /// The width of PASIDs that a guest finds is none that the physical function or an IOMMU cannot take.
    /// </summary>
    public static Requirement Cap03 { get; } = new()
    {
        Id = "PASID-CAP-03",
        Statement = "The width of PASIDs that a guest finds is none that the physical function or an IOMMU " +
            "cannot take.",
        Source = "Linux drivers/iommu/iommufd/device.c, iommufd_get_hw_info; QEMU hw/vfio/pci.c, the virtual " +
            "PASID capability",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>
    /// Execute and privileged requests are offered only if the physical function has them on and the IOMMU can refuse
    /// them.
    /// </summary>
    public static Requirement Cap04 { get; } = new()
    {
        Id = "PASID-CAP-04",
        Statement = "Execute and privileged requests are offered only if the physical function has them on and " +
            "the IOMMU can refuse them.",
        Source = "Linux drivers/iommu/iommufd/device.c, iommufd_get_hw_info; QEMU hw/vfio/pci.c, the virtual " +
            "PASID capability; List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>Behind an IOMMU that takes no PASIDs a guest finds no PASID capability.</summary>
    public static Requirement Cap05 { get; } = new()
    {
        Id = "PASID-CAP-05",
        Statement = "Behind an IOMMU that takes no PASIDs a guest finds no PASID capability.",
        Source = "Linux drivers/iommu/iommufd/device.c, iommufd_get_hw_info; QEMU hw/vfio/pci.c, the virtual " +
            "PASID capability; Linux drivers/iommu/intel/iommu.c, PASIDs need support of the unit",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A part of a function that software has cut out gets no PASID capability.</summary>
    public static Requirement Cap06 { get; } = new()
    {
        Id = "PASID-CAP-06",
        Statement = "A part of a function that software has cut out gets no PASID capability.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; QEMU hw/vfio/pci.c, " +
            "mediated devices are left out",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>A guest finds no capability twice.</summary>
    public static Requirement Cap07 { get; } = new()
    {
        Id = "PASID-CAP-07",
        Statement = "A guest finds no capability twice.",
        Source = "PCI Express Base, extended capability header, through Linux drivers/pci/pci.c, " +
            "pci_find_next_ext_capability and QEMU hw/pci/pcie.c, pcie_add_capability",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>
    /// A guest finds a page request capability only if the physical function has page requests enabled.
    /// </summary>
    public static Requirement Cap08 { get; } = new()
    {
        Id = "PASID-CAP-08",
        Statement = "A guest finds a page request capability only if the physical function has page requests " +
            "enabled.",
        Source = "Linux drivers/pci/ats.c, pci_enable_pasid, pci_enable_pri and pci_pri_supported; QEMU " +
            "hw/pci/pcie_sriov.c, whose functions have neither",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A guest finds every PASID capability that could be given.</summary>
    public static Requirement Cap09 { get; } = new()
    {
        Id = "PASID-CAP-09",
        Statement = "A guest finds every PASID capability that could be given.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020",
        Basis = Basis.Code,
        Level = Level.Should,
        Axis = Axis.Precision,
        Severity = Severity.Low,
    };

    /// <summary>A new capability lies on a multiple of four, wholly between 0x100 and 0x1000.</summary>
    public static Requirement Plc01 { get; } = new()
    {
        Id = "PASID-PLC-01",
        Statement = "A new capability lies on a multiple of four, wholly between 0x100 and 0x1000.",
        Source = "PCI Express Base, extended capability header, through Linux drivers/pci/pci.c, " +
            "pci_find_next_ext_capability and QEMU hw/pci/pcie.c, pcie_add_capability",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A place that is known for the device is taken before any other.</summary>
    public static Requirement Plc02 { get; } = new()
    {
        Id = "PASID-PLC-02",
        Statement = "A place that is known for the device is taken before any other.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; QEMU hw/vfio/pci.c, " +
            "x-vpasid-cap-offset",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A new capability covers no byte of another one.</summary>
    public static Requirement Plc03 { get; } = new()
    {
        Id = "PASID-PLC-03",
        Statement = "A new capability covers no byte of another one.",
        Source = "PCI Express Base, extended capability header, through Linux drivers/pci/pci.c, " +
            "pci_find_next_ext_capability and QEMU hw/pci/pcie.c, pcie_add_capability; Linux " +
            "drivers/vfio/pci/vfio_pci_config.c, vfio_ecap_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>
    /// Whatever is hidden or added, one finds all other capabilities from 0x100, in their order and in their places.
    /// </summary>
    public static Requirement Plc04 { get; } = new()
    {
        Id = "PASID-PLC-04",
        Statement = "Whatever is hidden or added, one finds all other capabilities from 0x100, in their order " +
            "and in their places.",
        Source = "PCI Express Base, extended capability header, through Linux drivers/pci/pci.c, " +
            "pci_find_next_ext_capability and QEMU hw/pci/pcie.c, pcie_add_capability; Linux " +
            "drivers/vfio/pci/vfio_pci_config.c, vfio_ecap_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>In the chain there is nothing that nobody has and nobody added, and its search ends.</summary>
    public static Requirement Plc05 { get; } = new()
    {
        Id = "PASID-PLC-05",
        Statement = "In the chain there is nothing that nobody has and nobody added, and its search ends.",
        Source = "PCI Express Base, extended capability header, through Linux drivers/pci/pci.c, " +
            "pci_find_next_ext_capability and QEMU hw/pci/pcie.c, pcie_add_capability",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A place that is impossible is not used, and nothing is written there.</summary>
    public static Requirement Plc06 { get; } = new()
    {
        Id = "PASID-PLC-06",
        Statement = "A place that is impossible is not used, and nothing is written there.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; PCI Express Base, " +
            "extended capability header, through Linux drivers/pci/pci.c, pci_find_next_ext_capability and QEMU " +
            "hw/pci/pcie.c, pcie_add_capability",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>
    /// The guest reads the bits that control PASIDs as it wrote them, whatever the physical function has.
    /// </summary>
    public static Requirement Reg01 { get; } = new()
    {
        Id = "PASID-REG-01",
        Statement = "The guest reads the bits that control PASIDs as it wrote them, whatever the physical " +
            "function has.",
        Source = "PCI Express Base, PASID extended capability, through Linux include/uapi/linux/pci_regs.h and " +
            "QEMU hw/pci/pcie.c, pcie_pasid_init; List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', " +
            "April 2020",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A bit that would enable what is not supported reads as zero.</summary>
    public static Requirement Reg02 { get; } = new()
    {
        Id = "PASID-REG-02",
        Statement = "A bit that would enable what is not supported reads as zero.",
        Source = "PCI Express Base, PASID extended capability, through Linux include/uapi/linux/pci_regs.h and " +
            "QEMU hw/pci/pcie.c, pcie_pasid_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>What PASIDs a function supports is read only, and reserved bits read as zero.</summary>
    public static Requirement Reg03 { get; } = new()
    {
        Id = "PASID-REG-03",
        Statement = "What PASIDs a function supports is read only, and reserved bits read as zero.",
        Source = "PCI Express Base, PASID extended capability, through Linux include/uapi/linux/pci_regs.h and " +
            "QEMU hw/pci/pcie.c, pcie_pasid_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>The header of a capability is read only.</summary>
    public static Requirement Reg04 { get; } = new()
    {
        Id = "PASID-REG-04",
        Statement = "The header of a capability is read only.",
        Source = "PCI Express Base, extended capability header, through Linux drivers/pci/pci.c, " +
            "pci_find_next_ext_capability and QEMU hw/pci/pcie.c, pcie_add_capability",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A register that is written by bytes or words takes just these.</summary>
    public static Requirement Reg05 { get; } = new()
    {
        Id = "PASID-REG-05",
        Statement = "A register that is written by bytes or words takes just these.",
        Source = "PCI Express Base, PASID extended capability, through Linux include/uapi/linux/pci_regs.h and " +
            "QEMU hw/pci/pcie.c, pcie_pasid_init; PCI Express Base, extended capability header, through Linux " +
            "drivers/pci/pci.c, pci_find_next_ext_capability and QEMU hw/pci/pcie.c, pcie_add_capability",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>
    /// What a guest does with a capability that is emulated never reaches the registers of the hardware below it.
    /// </summary>
    public static Requirement Reg06 { get; } = new()
    {
        Id = "PASID-REG-06",
        Statement = "What a guest does with a capability that is emulated never reaches the registers of the " +
            "hardware below it.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; Linux " +
            "drivers/vfio/pci/vfio_pci_config.c, vfio_config_do_rw",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>Registers outside of what is emulated keep what is written to them.</summary>
    public static Requirement Reg07 { get; } = new()
    {
        Id = "PASID-REG-07",
        Statement = "Registers outside of what is emulated keep what is written to them.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; Linux " +
            "drivers/vfio/pci/vfio_pci_config.c, vfio_raw_config_write",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>
    /// Nothing a guest writes changes what the physical function has enabled for PASIDs and page requests.
    /// </summary>
    public static Requirement Reg08 { get; } = new()
    {
        Id = "PASID-REG-08",
        Statement = "Nothing a guest writes changes what the physical function has enabled for PASIDs and page " +
            "requests.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; Linux " +
            "drivers/pci/ats.c, pci_enable_pasid, pci_enable_pri and pci_pri_supported; QEMU " +
            "hw/pci/pcie_sriov.c, whose functions have neither",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>What one guest writes is not seen in the function of another.</summary>
    public static Requirement Reg09 { get; } = new()
    {
        Id = "PASID-REG-09",
        Statement = "What one guest writes is not seen in the function of another.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>
    /// A virtual function has a translation unit of zero and an invalidation queue of depth zero, which are read
    /// only.
    /// </summary>
    public static Requirement Reg10 { get; } = new()
    {
        Id = "PASID-REG-10",
        Statement = "A virtual function has a translation unit of zero and an invalidation queue of depth zero, " +
            "which are read only.",
        Source = "Intel P-Tile Avalon Streaming IP for PCI Express, ATS capability and control registers; Linux " +
            "include/uapi/linux/pci_regs.h, PCI_ATS_CTRL_STU; pciutils lib/header.h, PCI_ATS_CTRL_STU",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>
    /// A function keeps whether its translations are enabled, and a physical one all five bits of their unit.
    /// </summary>
    public static Requirement Reg11 { get; } = new()
    {
        Id = "PASID-REG-11",
        Statement = "A function keeps whether its translations are enabled, and a physical one all five bits of " +
            "their unit.",
        Source = "Intel P-Tile Avalon Streaming IP for PCI Express, ATS capability and control registers; Linux " +
            "include/uapi/linux/pci_regs.h, PCI_ATS_CTRL_STU; pciutils lib/header.h, PCI_ATS_CTRL_STU",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The status bits of page requests are cleared by writing ones, and by nothing else.</summary>
    public static Requirement Reg12 { get; } = new()
    {
        Id = "PASID-REG-12",
        Statement = "The status bits of page requests are cleared by writing ones, and by nothing else.",
        Source = "PCI Express Base, Page Request extended capability, through Linux " +
            "include/uapi/linux/pci_regs.h and QEMU hw/pci/pcie.c, pcie_pri_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The reset of page requests reads as zero.</summary>
    public static Requirement Reg13 { get; } = new()
    {
        Id = "PASID-REG-13",
        Statement = "The reset of page requests reads as zero.",
        Source = "PCI Express Base, Page Request extended capability, through Linux " +
            "include/uapi/linux/pci_regs.h and QEMU hw/pci/pcie.c, pcie_pri_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>The capacity of page requests, and whether responses need a PASID, are read only.</summary>
    public static Requirement Reg14 { get; } = new()
    {
        Id = "PASID-REG-14",
        Statement = "The capacity of page requests, and whether responses need a PASID, are read only.",
        Source = "PCI Express Base, Page Request extended capability, through Linux " +
            "include/uapi/linux/pci_regs.h and QEMU hw/pci/pcie.c, pcie_pri_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>The numbers of virtual functions that a device has are read only.</summary>
    public static Requirement Reg15 { get; } = new()
    {
        Id = "PASID-REG-15",
        Statement = "The numbers of virtual functions that a device has are read only.",
        Source = "PCI Express Base, SR-IOV extended capability, through Linux drivers/pci/iov.c, sriov_enable " +
            "and QEMU hw/pci/pcie_sriov.c, pcie_sriov_pf_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>A physical function keeps how many virtual functions are wanted and whether they are enabled.</summary>
    public static Requirement Reg16 { get; } = new()
    {
        Id = "PASID-REG-16",
        Statement = "A physical function keeps how many virtual functions are wanted and whether they are enabled.",
        Source = "PCI Express Base, SR-IOV extended capability, through Linux drivers/pci/iov.c, sriov_enable " +
            "and QEMU hw/pci/pcie_sriov.c, pcie_sriov_pf_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>Page requests keep whether they are enabled and how many are allotted.</summary>
    public static Requirement Reg17 { get; } = new()
    {
        Id = "PASID-REG-17",
        Statement = "Page requests keep whether they are enabled and how many are allotted.",
        Source = "PCI Express Base, Page Request extended capability, through Linux " +
            "include/uapi/linux/pci_regs.h and QEMU hw/pci/pcie.c, pcie_pri_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>After a reset of a function its PASIDs and its translations are off.</summary>
    public static Requirement Rst01 { get; } = new()
    {
        Id = "PASID-RST-01",
        Statement = "After a reset of a function its PASIDs and its translations are off.",
        Source = "Intel P-Tile Avalon Streaming IP for PCI Express, ATS capability and control registers; Linux " +
            "include/uapi/linux/pci_regs.h, PCI_ATS_CTRL_STU; pciutils lib/header.h, PCI_ATS_CTRL_STU; PCI " +
            "Express Base, PASID extended capability, through Linux include/uapi/linux/pci_regs.h and QEMU " +
            "hw/pci/pcie.c, pcie_pasid_init",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>After a reset of a function nothing is attached to its PASIDs.</summary>
    public static Requirement Rst02 { get; } = new()
    {
        Id = "PASID-RST-02",
        Statement = "After a reset of a function nothing is attached to its PASIDs.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; Linux " +
            "drivers/pci/ats.c and drivers/vfio/pci/vfio_pci_config.c, config space is set up anew",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>A reset of a virtual function leaves the page requests of the others.</summary>
    public static Requirement Rst03 { get; } = new()
    {
        Id = "PASID-RST-03",
        Statement = "A reset of a virtual function leaves the page requests of the others.",
        Source = "Linux drivers/pci/ats.c, pci_enable_pasid, pci_enable_pri and pci_pri_supported; QEMU " +
            "hw/pci/pcie_sriov.c, whose functions have neither",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>While the guest has the PASIDs of a function off, its requests with a PASID are blocked.</summary>
    public static Requirement Enf01 { get; } = new()
    {
        Id = "PASID-ENF-01",
        Statement = "While the guest has the PASIDs of a function off, its requests with a PASID are blocked.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; Linux " +
            "drivers/iommu/iommufd, detached PASIDs block; RISC-V IOMMU 1.0, process to translate an IOVA; Arm " +
            "IHI 0070, SubstreamID",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>While the guest has execute requests off, none executes where the IOMMU can refuse it.</summary>
    public static Requirement Enf02 { get; } = new()
    {
        Id = "PASID-ENF-02",
        Statement = "While the guest has execute requests off, none executes where the IOMMU can refuse it.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; Arm IHI 0070, " +
            "STE.INSTCFG; Linux drivers/iommu/intel/pasid.h",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>
    /// While the guest has privileged requests off, none has privilege where the IOMMU can refuse it.
    /// </summary>
    public static Requirement Enf03 { get; } = new()
    {
        Id = "PASID-ENF-03",
        Statement = "While the guest has privileged requests off, none has privilege where the IOMMU can refuse it.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; Arm IHI 0070, " +
            "STE.PRIVCFG; Linux drivers/iommu/intel/pasid.h",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>What the guest does to the PASIDs of a function leaves its requests without a PASID.</summary>
    public static Requirement Enf04 { get; } = new()
    {
        Id = "PASID-ENF-04",
        Statement = "What the guest does to the PASIDs of a function leaves its requests without a PASID.",
        Source = "Linux drivers/iommu/iommufd, detached PASIDs block; RISC-V IOMMU 1.0, process to translate an " +
            "IOVA; Arm IHI 0070, SubstreamID",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A request with a PASID to which nothing is attached is blocked.</summary>
    public static Requirement Enf05 { get; } = new()
    {
        Id = "PASID-ENF-05",
        Statement = "A request with a PASID to which nothing is attached is blocked.",
        Source = "Linux drivers/iommu/iommufd, detached PASIDs block; RISC-V IOMMU 1.0, process to translate an " +
            "IOVA; Arm IHI 0070, SubstreamID",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A function reaches memory of its own guest only.</summary>
    public static Requirement Enf06 { get; } = new()
    {
        Id = "PASID-ENF-06",
        Statement = "A function reaches memory of its own guest only.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; Linux " +
            "drivers/iommu/iommufd, detached PASIDs block; RISC-V IOMMU 1.0, process to translate an IOVA; Arm " +
            "IHI 0070, SubstreamID",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>
    /// If the physical function has PASIDs off, no request with a PASID goes anywhere, not as one without it either.
    /// </summary>
    public static Requirement Enf07 { get; } = new()
    {
        Id = "PASID-ENF-07",
        Statement = "If the physical function has PASIDs off, no request with a PASID goes anywhere, not as one " +
            "without it either.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; PCI Express Base, " +
            "PASID extended capability, through Linux include/uapi/linux/pci_regs.h and QEMU hw/pci/pcie.c, " +
            "pcie_pasid_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A request that the guest, the device and the tables allow arrives.</summary>
    public static Requirement Enf08 { get; } = new()
    {
        Id = "PASID-ENF-08",
        Statement = "A request that the guest, the device and the tables allow arrives.",
        Source = "Linux drivers/iommu/iommufd, detached PASIDs block; RISC-V IOMMU 1.0, process to translate an " +
            "IOVA; Arm IHI 0070, SubstreamID",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A request with a PASID wider than the guest was told is blocked.</summary>
    public static Requirement Enf09 { get; } = new()
    {
        Id = "PASID-ENF-09",
        Statement = "A request with a PASID wider than the guest was told is blocked.",
        Source = "Linux drivers/iommu/iommufd, detached PASIDs block; RISC-V IOMMU 1.0, process to translate an " +
            "IOVA; Arm IHI 0070, SubstreamID; Linux drivers/iommu/iommufd/device.c, iommufd_get_hw_info; QEMU " +
            "hw/vfio/pci.c, the virtual PASID capability",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>When an invalidation has completed, no setting from before it is used.</summary>
    public static Requirement Enf10 { get; } = new()
    {
        Id = "PASID-ENF-10",
        Statement = "When an invalidation has completed, no setting from before it is used.",
        Source = "Linux drivers/iommu/iommufd, detached PASIDs block; RISC-V IOMMU 1.0, process to translate an " +
            "IOVA; Arm IHI 0070, SubstreamID; RISC-V IOMMU 1.0, IODIR.INVAL_DDT",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A request reaches the address space that is attached to its PASID.</summary>
    public static Requirement Enf11 { get; } = new()
    {
        Id = "PASID-ENF-11",
        Statement = "A request reaches the address space that is attached to its PASID.",
        Source = "Linux drivers/iommu/iommufd, detached PASIDs block; RISC-V IOMMU 1.0, process to translate an " +
            "IOVA; Arm IHI 0070, SubstreamID",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A function that was taken from its guest reaches nothing.</summary>
    public static Requirement Enf12 { get; } = new()
    {
        Id = "PASID-ENF-12",
        Statement = "A function that was taken from its guest reaches nothing.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; Linux " +
            "drivers/vfio/vfio_main.c, DMA ownership",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A request does nothing that the page does not allow.</summary>
    public static Requirement Enf13 { get; } = new()
    {
        Id = "PASID-ENF-13",
        Statement = "A request does nothing that the page does not allow.",
        Source = "Linux drivers/iommu/iommufd, detached PASIDs block; RISC-V IOMMU 1.0, process to translate an " +
            "IOVA; Arm IHI 0070, SubstreamID",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>The fault record tells why a request was blocked.</summary>
    public static Requirement Enf14 { get; } = new()
    {
        Id = "PASID-ENF-14",
        Statement = "The fault record tells why a request was blocked.",
        Source = "Linux drivers/iommu/iommufd, detached PASIDs block; RISC-V IOMMU 1.0, process to translate an " +
            "IOVA; Arm IHI 0070, SubstreamID",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>A function sends no execute or privileged request that the physical function has not enabled.</summary>
    public static Requirement Enf15 { get; } = new()
    {
        Id = "PASID-ENF-15",
        Statement = "A function sends no execute or privileged request that the physical function has not enabled.",
        Source = "PCI Express Base, PASID extended capability, through Linux include/uapi/linux/pci_regs.h and " +
            "QEMU hw/pci/pcie.c, pcie_pasid_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A privileged request is blocked if the entry of the guest takes none.</summary>
    public static Requirement Enf16 { get; } = new()
    {
        Id = "PASID-ENF-16",
        Statement = "A privileged request is blocked if the entry of the guest takes none.",
        Source = "RISC-V IOMMU 1.0, process context, ENS; Linux drivers/iommu/intel/pasid.h, SRE",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>
    /// A page request of a function for which they are off is answered as invalid, and the others go on.
    /// </summary>
    public static Requirement Pri01 { get; } = new()
    {
        Id = "PASID-PRI-01",
        Statement = "A page request of a function for which they are off is answered as invalid, and the others " +
            "go on.",
        Source = "RISC-V IOMMU 1.0, device context, EN_PRI",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>No function is answered by a failure because of what a guest does.</summary>
    public static Requirement Pri02 { get; } = new()
    {
        Id = "PASID-PRI-02",
        Statement = "No function is answered by a failure because of what a guest does.",
        Source = "RISC-V IOMMU 1.0, note on EN_PRI; Linux drivers/iommu/iommufd/fault.c",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A page request that is not the last of its group is not answered.</summary>
    public static Requirement Pri03 { get; } = new()
    {
        Id = "PASID-PRI-03",
        Statement = "A page request that is not the last of its group is not answered.",
        Source = "RISC-V IOMMU 1.0, page request queue; Arm IHI 0070, chapter 8, page requests",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A stop marker is not answered.</summary>
    public static Requirement Pri04 { get; } = new()
    {
        Id = "PASID-PRI-04",
        Statement = "A stop marker is not answered.",
        Source = "RISC-V IOMMU 1.0, page request queue; Arm IHI 0070, chapter 8, page requests",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>Software finds every page request that was not answered at once, unchanged and in order.</summary>
    public static Requirement Pri05 { get; } = new()
    {
        Id = "PASID-PRI-05",
        Statement = "Software finds every page request that was not answered at once, unchanged and in order.",
        Source = "RISC-V IOMMU 1.0, page request queue; Arm IHI 0070, chapter 8, page requests",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A function sends no more page requests than are allotted to all of them.</summary>
    public static Requirement Pri06 { get; } = new()
    {
        Id = "PASID-PRI-06",
        Statement = "A function sends no more page requests than are allotted to all of them.",
        Source = "PCI Express Base, Page Request extended capability, through Linux " +
            "include/uapi/linux/pci_regs.h and QEMU hw/pci/pcie.c, pcie_pri_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>A response has the PASID of its group if the function needs one, and else none.</summary>
    public static Requirement Pri07 { get; } = new()
    {
        Id = "PASID-PRI-07",
        Statement = "A response has the PASID of its group if the function needs one, and else none.",
        Source = "RISC-V IOMMU 1.0, device context, PRPR; Linux drivers/pci/ats.c, pci_prg_resp_pasid_required",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The answer is encoded as the IOMMU wants it.</summary>
    public static Requirement Pri08 { get; } = new()
    {
        Id = "PASID-PRI-08",
        Statement = "The answer is encoded as the IOMMU wants it.",
        Source = "Arm IHI 0070, CMD_PRI_RESP; RISC-V IOMMU 1.0, ATS.PRGR; Linux " +
            "drivers/iommu/amd/amd_iommu_types.h, PPR codes",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>
    /// A response to no group reaches no function; the guest that gave it sees so in its status, no other one.
    /// </summary>
    public static Requirement Pri09 { get; } = new()
    {
        Id = "PASID-PRI-09",
        Statement = "A response to no group reaches no function; the guest that gave it sees so in its status, " +
            "no other one.",
        Source = "PCI Express Base, Page Request extended capability, through Linux " +
            "include/uapi/linux/pci_regs.h and QEMU hw/pci/pcie.c, pcie_pri_init; List thread 'vfio/pci: Emulate " +
            "PASID/PRI capability for VFs', April 2020",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>A failure stops the page requests of the physical function and of all virtual ones.</summary>
    public static Requirement Pri10 { get; } = new()
    {
        Id = "PASID-PRI-10",
        Statement = "A failure stops the page requests of the physical function and of all virtual ones.",
        Source = "PCI Express Base, Page Request extended capability, through Linux " +
            "include/uapi/linux/pci_regs.h and QEMU hw/pci/pcie.c, pcie_pri_init; RISC-V IOMMU 1.0, page request " +
            "queue",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A reset of page requests counts only while they are off.</summary>
    public static Requirement Pri11 { get; } = new()
    {
        Id = "PASID-PRI-11",
        Statement = "A reset of page requests counts only while they are off.",
        Source = "PCI Express Base, Page Request extended capability, through Linux " +
            "include/uapi/linux/pci_regs.h and QEMU hw/pci/pcie.c, pcie_pri_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>Page requests are stopped while they are off and none waits, and not while one waits.</summary>
    public static Requirement Pri12 { get; } = new()
    {
        Id = "PASID-PRI-12",
        Statement = "Page requests are stopped while they are off and none waits, and not while one waits.",
        Source = "PCI Express Base, Page Request extended capability, through Linux " +
            "include/uapi/linux/pci_regs.h and QEMU hw/pci/pcie.c, pcie_pri_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>Enabling page requests clears their failures.</summary>
    public static Requirement Pri13 { get; } = new()
    {
        Id = "PASID-PRI-13",
        Statement = "Enabling page requests clears their failures.",
        Source = "PCI Express Base, Page Request extended capability, through Linux " +
            "include/uapi/linux/pci_regs.h and QEMU hw/pci/pcie.c, pcie_pri_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>Guests are allotted no more page requests together than the physical function.</summary>
    public static Requirement Pri14 { get; } = new()
    {
        Id = "PASID-PRI-14",
        Statement = "Guests are allotted no more page requests together than the physical function.",
        Source = "Arm IHI 0070, note on page request allocation; List thread 'vfio/pci: Emulate PASID/PRI " +
            "capability for VFs', April 2020",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>What a guest resets are its own page requests.</summary>
    public static Requirement Pri15 { get; } = new()
    {
        Id = "PASID-PRI-15",
        Statement = "What a guest resets are its own page requests.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; Linux " +
            "drivers/pci/ats.c, pci_enable_pasid, pci_enable_pri and pci_pri_supported; QEMU " +
            "hw/pci/pcie_sriov.c, whose functions have neither",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>
    /// A last page request that the queue cannot take is answered as the IOMMU has it, a failure included.
    /// </summary>
    public static Requirement Pri16 { get; } = new()
    {
        Id = "PASID-PRI-16",
        Statement = "A last page request that the queue cannot take is answered as the IOMMU has it, a failure " +
            "included.",
        Source = "RISC-V IOMMU 1.0, page request queue; Arm IHI 0070, chapter 8, page requests",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>Before an address space is detached, its page requests that wait are answered.</summary>
    public static Requirement Pri17 { get; } = new()
    {
        Id = "PASID-PRI-17",
        Statement = "Before an address space is detached, its page requests that wait are answered.",
        Source = "Linux drivers/iommu/io-pgfault.c; RISC-V IOMMU 1.0, ATS.PRGR",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A page request that asks for nothing is answered, if it has no PASID.</summary>
    public static Requirement Pri18 { get; } = new()
    {
        Id = "PASID-PRI-18",
        Statement = "A page request that asks for nothing is answered, if it has no PASID.",
        Source = "RISC-V IOMMU 1.0, page request queue; Arm IHI 0070, chapter 8, page requests",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>A page request that may be sent is sent.</summary>
    public static Requirement Pri19 { get; } = new()
    {
        Id = "PASID-PRI-19",
        Statement = "A page request that may be sent is sent.",
        Source = "PCI Express Base, Page Request extended capability, through Linux " +
            "include/uapi/linux/pci_regs.h and QEMU hw/pci/pcie.c, pcie_pri_init",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A group of page requests that waits takes the answer of the guest.</summary>
    public static Requirement Pri20 { get; } = new()
    {
        Id = "PASID-PRI-20",
        Statement = "A group of page requests that waits takes the answer of the guest.",
        Source = "Linux drivers/iommu/io-pgfault.c; RISC-V IOMMU 1.0, ATS.PRGR",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>What the target declares it can do, it does.</summary>
    public static Requirement Capa01 { get; } = new()
    {
        Id = "PASID-CAPA-01",
        Statement = "What the target declares it can do, it does.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; Linux " +
            "drivers/pci/ats.c, pci_enable_pasid, pci_enable_pri and pci_pri_supported; QEMU " +
            "hw/pci/pcie_sriov.c, whose functions have neither",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The target answers every operation, with an answer to that operation, and stays alive.</summary>
    public static Requirement Live01 { get; } = new()
    {
        Id = "PASID-LIVE-01",
        Statement = "The target answers every operation, with an answer to that operation, and stays alive.",
        Source = "List thread 'vfio/pci: Emulate PASID/PRI capability for VFs', April 2020; Linux " +
            "drivers/pci/ats.c, pci_enable_pasid, pci_enable_pri and pci_pri_supported; QEMU " +
            "hw/pci/pcie_sriov.c, whose functions have neither",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The table, in the order of the catalogue.</summary>
    public static RequirementTable Table { get; } = new(
        Area,
        Cap01, Cap02, Cap03, Cap04, Cap05, Cap06, Cap07, Cap08, Cap09, Plc01, Plc02, Plc03, Plc04, Plc05, Plc06,
        Reg01, Reg02, Reg03, Reg04, Reg05, Reg06, Reg07, Reg08, Reg09, Reg10, Reg11, Reg12, Reg13, Reg14, Reg15,
        Reg16, Reg17, Rst01, Rst02, Rst03, Enf01, Enf02, Enf03, Enf04, Enf05, Enf06, Enf07, Enf08, Enf09, Enf10,
        Enf11, Enf12, Enf13, Enf14, Enf15, Enf16, Pri01, Pri02, Pri03, Pri04, Pri05, Pri06, Pri07, Pri08, Pri09,
        Pri10, Pri11, Pri12, Pri13, Pri14, Pri15, Pri16, Pri17, Pri18, Pri19, Pri20, Capa01, Live01);
}
