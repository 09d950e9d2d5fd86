namespace IoSpec.Contracts.Walk;

/// <summary>What software programs of a unit besides its queues, by purpose.</summary>
public enum UnitRegister
{
    /// <summary>
    /// Where the first table is, in the layout of the format: RTADDR_REG and its latching (VT-d), the device table
    /// base (AMD-Vi), SMMU_STRTAB_BASE (SMMUv3), ddtp (RISC-V).
    /// </summary>
    Tables,

    /// <summary>The form of the first table where that is a register of its own: SMMU_STRTAB_BASE_CFG.</summary>
    TablesForm,

    /// <summary>
    /// Whether requests are translated, 0 or 1: GCMD_REG.TE (VT-d), IommuEn (AMD-Vi), SMMU_CR0.SMMUEN (SMMUv3).
    /// </summary>
    Translation,

    /// <summary>Where the table of interrupts is: IRTA_REG and its latching (VT-d).</summary>
    Interrupts,

    /// <summary>
    /// Whether interrupt messages are remapped, bit 0, and, if they are, whether those in the compatible format pass,
    /// bit 1: GCMD_REG.IRE and .CFI (VT-d).
    /// </summary>
    Remapping,

    /// <summary>Whether endpoints in no domain are passed through, 0 or 1 (virtio-iommu): bypass.</summary>
    Bypass,

    /// <summary>
    /// The tables of a function (zPCI): IOTA, 0 for none; every function has its own, which a command sets.
    /// </summary>
    Function,

    /// <summary>The first address that a function's tables translate (zPCI): PBA, set by the same command.</summary>
    FirstAddress,

    /// <summary>
    /// What is cached for a function when its tables are registered (zPCI): 0, that is nothing, then 1, that is what a
    /// refresh has found.
    /// </summary>
    Shadow,

    /// <summary>
    /// The domain of an endpoint (virtio-iommu), which a request sets: in 31:0, with 32 if it passes all through and
    /// 63; 0 for none.
    /// </summary>
    Attachment,

    /// <summary>
    /// What a domain has for a page (virtio-iommu), which requests set: the page that it leads to, with the flags of
    /// the mapping in 2:0 and 3; 0 for nothing.
    /// </summary>
    Mapping,
}
