namespace IoSpec.Contracts.Walk;

/// <summary>Where VT-d says what every format says.</summary>
internal static class VtdSources
{
    /// <summary>The sources.</summary>
    public static FormatSources All { get; } = new(
        Translation: Text("VT-d chapter 3, legacy and scalable mode address translation"),
        Configuration: Text("VT-d chapter 9, root, context and PASID entries; chapter 7, fault conditions"),
        Requests: Text("VT-d chapter 3, requests with and without PASID; chapter 9, context entry, TT, PASIDE and DTE"),
        Presence: Text("VT-d chapter 9, first-stage and second-stage paging entries, P and R/W; chapter 7"),
        Rights: Text("VT-d chapter 3, access rights of first-stage and second-stage translation"),
        Reserved: Text("VT-d chapter 9, first-stage and second-stage paging entries, reserved fields; chapter 7"),
        Levels: Text("VT-d chapter 9, paging entries, PS; CAP_REG, SLLPS and FL1GP"),
        Width: Text("VT-d chapter 3, address width of context and PASID entries, canonical addresses; CAP_REG, MGAW"),
        Output: Text("VT-d chapter 3, interrupt address range; chapter 7, fault conditions LGN.4 and SGN.8"),
        Aborts: Text("VT-d chapter 7, fault conditions of root, context, PASID and paging entries"),
        Invalidation: Text("VT-d 6.5, queued invalidation descriptors; 6.2, tagging of cached entries"),
        Caching: Text("VT-d 6.1, caching mode"),
        Queue: Text("VT-d 6.5, invalidation wait descriptor and queue errors"),
        Records: Text("VT-d chapter 7, primary fault logging; 7.3, fault processing disable"),
        Fields: Text("VT-d, fault recording registers"),
        Codes: new(
            "Linux drivers/iommu/intel/dmar.c dma_remap_sm_fault_reasons; VirtualBox include/VBox/iommu-intel.h",
            Basis.Code),
        Marks: Text("VT-d chapter 3, accessed and dirty flags"));

    /// <summary>The sources about interrupt messages.</summary>
    public static InterruptSources Interrupts { get; } = new(
        Delivery: Text("VT-d 5.1, interrupt remapping; chapter 9, interrupt remapping table entry, V, DST, DM, DLM"),
        Presence: Text("VT-d 5.1.3, interrupt remapping table; chapter 9, P; chapter 7, interrupt remapping faults"),
        Reserved: Text("VT-d chapter 9, interrupt remapping table entry, reserved fields; chapter 7"),
        Origin: Text("VT-d chapter 9, interrupt remapping table entry, SVT, SQ and SID"),
        Compatible: Text("VT-d 5.1.4, interrupt requests in compatibility format; GCMD_REG.CFI, IRTA_REG.EIME"),
        Invalidation: Text("VT-d 6.5, interrupt entry cache invalidate descriptor"));

    private static Citation Text(string source) => new(source, Basis.Text);
}
