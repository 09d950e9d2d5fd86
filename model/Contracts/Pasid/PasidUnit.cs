namespace IoSpec.Contracts.Pasids;

/// <summary>The physical IOMMU, which alone can give the guest's control bits their effect.</summary>
public enum PasidUnit
{
    /// <summary>Intel VT-d: the host keeps the PASID table and can refuse execute and privileged requests.</summary>
    Vtd,

    /// <summary>Arm SMMUv3: the host can turn such requests into data and unprivileged ones.</summary>
    Smmuv3,

    /// <summary>RISC-V IOMMU: the host can only take all PASIDs away.</summary>
    Riscv,

    /// <summary>AMD-Vi: the host can only take all PASIDs away.</summary>
    Amdvi,
}
