namespace IoSpec.Contracts.Walk;

/// <summary>The format of a unit and what its registers say that it can do; one case for each format.</summary>
/// <remarks>The words are read from the unit, as its specification lays them out.</remarks>
public abstract record WalkUnit
{
    private WalkUnit()
    {
    }

    /// <summary>The format.</summary>
    /// <returns>Which of the cases it is.</returns>
    public UnitFormat FormatOf() => this switch
    {
        Amdvi => UnitFormat.Amdvi,
        Vtd => UnitFormat.Vtd,
        Smmuv3 => UnitFormat.Smmuv3,
        Riscv => UnitFormat.Riscv,
        Zpci => UnitFormat.Zpci,
        Tce => UnitFormat.Tce,
        Viommu => UnitFormat.Viommu,
        _ => throw new InvalidOperationException("The format is none of the cases."),
    };

    /// <summary>
    /// AMD-Vi. A harness has the event log and, where the unit has them, guest translation and host marks switched on.
    /// </summary>
    /// <param name="ExtendedFeatures">The extended feature register.</param>
    /// <param name="CachesAbsence">Whether entries that are not present may be cached (capability NpCache).</param>
    public sealed record Amdvi(Word ExtendedFeatures, bool CachesAbsence) : WalkUnit;

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

    /// <summary>
    /// PCI functions of s390. A command is an instruction, which has been executed when it is submitted; a wait tells
    /// whether one was refused, and those after it were not executed. A harness ends the error state of a function
    /// before it sends again. Words of a command: 0xd3 (RPCIT) in 63:56 and the function in 31:0, the first address,
    /// the length; or 0xd0 (MPCIFC) in 63:56, the control (4 register, 5 deregister, 6 register again) in 55:48 and the
    /// function in 31:0, the first address (PBA), the designation of tables (IOTA). Translation is registered up to
    /// <paramref name="Last"/> (PAL).
    /// </summary>
    /// <param name="NeedsRefresh">Whether what became valid has to be refreshed too (CLP query group, bit fr).</param>
    /// <param name="Designations">
    /// The designations of tables that can be registered (CLP query group, dtsm): 0x80 segment table, 0x40 region
    /// third, 0x20 region second, 0x10 region first.
    /// </param>
    /// <param name="First">The first address of the function's DMA (CLP query function, sdma).</param>
    /// <param name="Last">The last address that is registered, the last byte of a page.</param>
    public sealed record Zpci(bool NeedsRefresh, Word Designations, Iova First, Iova Last) : WalkUnit;

    /// <summary>
    /// Windows of host bridges of pseries. Their tables are the hypervisor's and lie in the memory for tables: a store
    /// there is a call for entries (H_PUT_TCE, H_PUT_TCE_INDIRECT), a reading H_GET_TCE. A command is a call, which has
    /// been made when it is submitted; a wait, which follows at once where the call changes entries, tells whether it
    /// was refused. Words of a command: the number of the call in 63:48 and of the window in 31:0, the I/O address, the
    /// entry or the address of a list, the number of entries.
    /// </summary>
    /// <param name="Windows">The windows, those of a requester without an address in common.</param>
    public sealed record Tce(ValueList<TceWindow> Windows) : WalkUnit;

    /// <summary>
    /// The virtio IOMMU. It has no tables. A command is a request, which is made when it is submitted; the wait that
    /// follows at once tells what the device wrote (<see cref="WalkObservation.Answered"/>). Words of a command: the
    /// bytes that the device reads in 31:0 and those that it may write in 63:32, then the former, eight in a word from
    /// the lowest on. A queue that stops needs a reset of the device, which a harness makes. A harness starts with
    /// bypass 0. Endpoints are the devices, and perhaps others with an id below 0xf000.
    /// </summary>
    /// <param name="Features">The features that were negotiated.</param>
    /// <param name="PageSizes">The sizes of mappings (page_size_mask): the lowest one is the granularity.</param>
    /// <param name="Input">The addresses that can be mapped (input_range).</param>
    /// <param name="LeastDomain">The first number of a domain (domain_range).</param>
    /// <param name="MostDomain">The last one.</param>
    /// <param name="ProbeSize">The room for properties (probe_size).</param>
    /// <param name="Regions">The regions that every endpoint reserves, as it tells them (RESV_MEM).</param>
    public sealed record Viommu(
        Word Features,
        Word PageSizes,
        IovaRange Input,
        DomainId LeastDomain,
        DomainId MostDomain,
        ByteCount ProbeSize,
        ValueList<ViommuRegion> Regions) : WalkUnit;
}
