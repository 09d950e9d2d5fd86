namespace IoSpec.Contracts.Walk;

/// <summary>What an implementation of the area <c>walk</c> must do: the catalogue, in our own words.</summary>
public static class WalkRequirements
{
    /// <summary>The id of the area.</summary>
    public const string Area = "walk";

    /// <summary>Every operation is answered.</summary>
    public static Requirement Live { get; } = new()
    {
        Id = "WALK-LIVE-01",
        Statement = "Every operation is answered: nothing crashes, hangs or answers nonsense.",
        Source = "VT-d chapter 7; AMD-Vi 2.5; SMMUv3 chapter 7; RISC-V IOMMU chapter 4; zPCI, events of errors; "
            + "virtio 1.3, 5.13.6: every guest-made table and command has a defined outcome",
        Basis = Basis.Text,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>What is declared is done.</summary>
    public static Requirement Capable { get; } = new()
    {
        Id = "WALK-CAP-01",
        Statement = "What the capability registers declare is done.",
        Source = "VT-d, CAP_REG and ECAP_REG; AMD-Vi, extended feature register; SMMUv3 6.3, SMMU_IDRn; RISC-V "
            + "IOMMU, capabilities; zPCI, CLP query function and query group",
        Basis = Basis.Text,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>An access changes only the bytes that it writes.</summary>
    public static Requirement OwnBytes { get; } = new()
    {
        Id = "WALK-DMA-01",
        Statement = "An access changes no memory but the bytes that it writes.",
        Source = "PCI Express Base, memory requests",
        Basis = Basis.Text,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>AMD-Vi.</summary>
    public static FormatRequirements Amdvi { get; } = new("AMDVI", "AMD-Vi", AmdviSources.All);

    /// <summary>Intel VT-d.</summary>
    public static FormatRequirements Vtd { get; } = new(
        "VTD", "VT-d", VtdSources.All, VtdSources.Interrupts);

    /// <summary>Arm SMMUv3.</summary>
    public static FormatRequirements Smmuv3 { get; } = new("SMMUV3", "SMMUv3", Smmuv3Sources.All);

    /// <summary>RISC-V IOMMU.</summary>
    public static FormatRequirements Riscv { get; } = new("RISCV", "RISC-V", RiscvSources.All);

    /// <summary>The translation of PCI functions of s390.</summary>
    /// <remarks>
    /// Tables that cannot be registered lead to nothing, so that no entry of a function is malformed; no function sends
    /// a PASID, no output is special, every event is kept, nothing is marked.
    /// </remarks>
    public static FormatRequirements Zpci { get; } = new(
        "ZPCI", "zPCI", ZpciSources.All, without: ["CFG-02", "CFG-03", "ADR-02", "FLT-05", "MRK-01"]);

    /// <summary>The windows of host bridges of pseries.</summary>
    /// <remarks>
    /// A window has one table, which cannot be out of reach, and entries without anything reserved that is told of; no
    /// request has a PASID, no output is special, no fault is recorded, nothing is marked.
    /// </remarks>
    public static FormatRequirements Tce { get; } = new(
        "TCE", "TCE", TceSources.All, without:
        [
            "CFG-01", "CFG-02", "CFG-03", "ENT-03", "ENT-04", "ENT-05", "ADR-02", "INV-02", "FLT-01", "FLT-02",
            "FLT-03", "FLT-04", "FLT-05", "MRK-01",
        ]);

    /// <summary>The virtio IOMMU.</summary>
    /// <remarks>
    /// There are no tables, and no request of a device has a PASID; what cannot be parsed does not stop the queue;
    /// reporting faults is optional, and so is what becomes of them where there is no room.
    /// </remarks>
    public static FormatRequirements Viommu { get; } = new(
        "VIOMMU", "Virtio-iommu", ViommuSources.All, requests: ViommuSources.Requests, without:
        [
            "CFG-02", "CFG-03", "ENT-03", "ENT-04", "ENT-05", "ADR-02", "CMD-02", "FLT-01", "FLT-05", "MRK-01",
            "MRK-02",
        ], advised: ["CFG-01", "FLT-02", "FLT-03"]);

    /// <summary>The whole catalogue.</summary>
    public static RequirementTable Table { get; } = new(
        Area,
        [
            Live, Capable, OwnBytes, .. Amdvi.All, .. Vtd.All, .. Smmuv3.All, .. Riscv.All, .. Zpci.All, .. Tce.All,
            .. Viommu.All,
        ]);

    /// <summary>The requirements of a format.</summary>
    /// <param name="unit">A unit of the format.</param>
    /// <returns>The requirements.</returns>
    public static FormatRequirements Of(WalkUnit unit) => unit switch
    {
        WalkUnit.Amdvi => Amdvi,
        WalkUnit.Vtd => Vtd,
        WalkUnit.Smmuv3 => Smmuv3,
        WalkUnit.Riscv => Riscv,
        WalkUnit.Zpci => Zpci,
        WalkUnit.Tce => Tce,
        WalkUnit.Viommu => Viommu,
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    /// <summary>The format that a requirement is about.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <returns>The format; null if it is about all.</returns>
    public static UnitFormat? FormatOf(Requirement requirement)
    {
        if (Amdvi.All.Contains(requirement)) return UnitFormat.Amdvi;
        if (Vtd.All.Contains(requirement)) return UnitFormat.Vtd;
        if (Smmuv3.All.Contains(requirement)) return UnitFormat.Smmuv3;
        if (Riscv.All.Contains(requirement)) return UnitFormat.Riscv;
        if (Zpci.All.Contains(requirement)) return UnitFormat.Zpci;
        if (Tce.All.Contains(requirement)) return UnitFormat.Tce;
        return Viommu.All.Contains(requirement) ? UnitFormat.Viommu : null;
    }
}
