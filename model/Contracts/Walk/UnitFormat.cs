namespace IoSpec.Contracts.Walk;

/// <summary>The formats of units that walk tables.</summary>
public enum UnitFormat
{
    /// <summary>AMD-Vi.</summary>
    Amdvi,

    /// <summary>Intel VT-d.</summary>
    Vtd,

    /// <summary>Arm SMMUv3.</summary>
    Smmuv3,

    /// <summary>RISC-V IOMMU.</summary>
    Riscv,

    /// <summary>The translation of PCI functions of s390.</summary>
    Zpci,

    /// <summary>The windows of host bridges of pseries (TCE tables).</summary>
    Tce,

    /// <summary>The virtio IOMMU, which is told by requests and has no tables.</summary>
    Viommu,
}
