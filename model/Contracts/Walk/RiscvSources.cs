namespace IoSpec.Contracts.Walk;

/// <summary>Where the RISC-V IOMMU says what every format says.</summary>
internal static class RiscvSources
{
    /// <summary>The sources.</summary>
    public static FormatSources All { get; } = new(
        Translation: Text("RISC-V IOMMU, process to translate an IOVA; Privileged Architecture, Sv39 to Sv57"),
        Configuration: Text("RISC-V IOMMU, device and process context, configuration checks (258, 259, 266, 267)"),
        Requests: Text("RISC-V IOMMU, process to translate an IOVA, steps 2, 5, 7 and 15 (260)"),
        Presence: Text("Privileged Architecture, virtual address translation process, step 3, V"),
        Rights: Text("Privileged Architecture, address translation process, steps 5 and 7; RISC-V IOMMU, ENS, SUM"),
        Reserved: Text("Privileged Architecture, page table entry, reserved encodings; RISC-V IOMMU, Svrsw60t59b"),
        Levels: Text("Privileged Architecture, misaligned superpages and pointers at the last level; Svnapot"),
        Width: Text("Privileged Architecture, sign extension of virtual addresses and width of guest addresses"),
        Output: Text("RISC-V IOMMU, capabilities.PAS and MSI address translation; access faults 1, 5 and 7"),
        Aborts: Text("RISC-V IOMMU, fault queue, causes 1, 5, 7, 257, 261 and 265"),
        Invalidation: Text("RISC-V IOMMU, IOTINVAL and IODIR; guidelines for invalidations"),
        Caching: Text("RISC-V IOMMU, caching in-memory data structures"),
        Queue: Text("RISC-V IOMMU, command queue, illegal commands and IOFENCE.C"),
        Records: Text("RISC-V IOMMU, fault queue, DTF and fqof"),
        Fields: Text("RISC-V IOMMU, fault queue record"),
        Codes: Text("RISC-V IOMMU, fault record CAUSE field encodings"),
        Marks: Text("RISC-V IOMMU, updating of PTE accessed (A) and dirty (D), SADE and GADE"));

    private static Citation Text(string source) => new(source, Basis.Text);
}
