namespace IoSpec.Contracts.Walk;

/// <summary>Where the translation of PCI functions of s390 is told: its architecture is not public.</summary>
internal static class ZpciSources
{
    private const string Tables = "Linux arch/s390/include/asm/pci_dma.h and drivers/iommu/s390-iommu.c; ";
    private const string Walker = "QEMU hw/s390x/s390-pci-bus.c, ";
    private const string Instructions = "QEMU hw/s390x/s390-pci-inst.c, ";

    /// <summary>The sources.</summary>
    public static FormatSources All { get; } = new(
        Translation: Code(Tables + "dma_walk_cpu_trans; " + Walker + "s390_guest_io_table_walk"),
        Configuration: Code("Linux arch/s390/pci/pci.c, zpci_register_ioat; " + Instructions + "reg_ioat"),
        Requests: Code(
            "Linux asm/pci_insn.h: a block of function information has no PASID; " + Instructions + "reg_ioat"),
        Presence: Code(Tables + "ZPCI_TABLE_INVALID, ZPCI_PTE_INVALID; " + Walker + "entry_isvalid"),
        Rights: Code(Tables + "ZPCI_TABLE_PROTECTED, ZPCI_PTE protection; " + Walker + "entry_isprotected"),
        Reserved: Code(Tables + "ZPCI_TABLE_LEN_RTX, ZPCI_TABLE_OFFSET_MASK; " + Walker + "table_translate"),
        Levels: Code(Tables + "ZPCI_TABLE_TYPE_RFX, _RSX, _RTX, _SX; " + Walker + "get_rt_sto, get_st_pto"),
        Width: Code("Linux zpci_register_ioat, base and limit; " + Walker + "s390_translate_iommu"),
        Output: Memory("no output address is known to be special"),
        Aborts: Code(Tables + "entries that are never written are invalid; " + Walker + "table_translate"),
        Invalidation: Code(
            "Linux drivers/iommu/s390-iommu.c, s390_iommu_iotlb_sync; " + Instructions + "rpcit_service_call"),
        Caching: Code(
            "Linux drivers/iommu/s390-iommu.c, s390_iommu_iotlb_sync_map and tlb_refresh; " + Instructions
            + "rpcit_service_call"),
        Queue: Code("Linux arch/s390/pci/pci_insn.c, condition codes; " + Instructions + "mpcifc_service_call"),
        Records: Code("Linux arch/s390/pci/pci_event.c, zpci_event_error; " + Walker + "s390_translate_iommu"),
        Fields: Code("Linux arch/s390/pci/pci_event.c, zpci_ccdf_err; QEMU s390-pci-bus.h, PciCcdfErr"),
        Codes: Memory(Walker + "ERR_EVENT_ codes"),
        Marks: Code(Tables + "no entry has a mark; " + Walker + "table_translate"));

    private static Citation Code(string source) => new(source, Basis.Code);

    private static Citation Memory(string source) => new(source, Basis.Memory);
}
