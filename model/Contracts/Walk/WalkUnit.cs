namespace IoSpec.Contracts.Walk;

/// <summary>The format of a unit and what its registers say that it can do; one case for each format.</summary>
/// <remarks>The words are read from the unit, as its specification lays them out.</remarks>
public abstract record WalkUnit
{
    private WalkUnit()
    {
    }

    /// <summary>Intel VT-d.</summary>
    /// <param name="Capability">CAP_REG.</param>
    /// <param name="ExtendedCapability">ECAP_REG.</param>
    /// <param name="HostAddressWidth">The width of an address of memory, in bits.</param>
    public sealed record Vtd(Word Capability, Word ExtendedCapability, int HostAddressWidth) : WalkUnit;

    /// <summary>
    /// Arm SMMUv3. A harness lets requests pass while translation is off (SMMU_GBPA.ABORT 0) and has requesters
    /// without an entry recorded (SMMU_CR2.RECINVSID 1).
    /// </summary>
    /// <param name="Idr0">SMMU_IDR0.</param>
    /// <param name="Idr1">SMMU_IDR1.</param>
    /// <param name="Idr3">SMMU_IDR3.</param>
    /// <param name="Idr5">SMMU_IDR5.</param>
    /// <param name="Aidr">SMMU_AIDR, the revision of the architecture.</param>
    public sealed record Smmuv3(Word Idr0, Word Idr1, Word Idr3, Word Idr5, Word Aidr) : WalkUnit;

    /// <summary>RISC-V IOMMU, with queues and tables in little-endian order (fctl.BE 0).</summary>
    /// <param name="Capabilities">The register capabilities.</param>
    /// <param name="FeaturesControl">The register fctl as the harness leaves it.</param>
    public sealed record Riscv(Word Capabilities, Word FeaturesControl) : WalkUnit;
}
