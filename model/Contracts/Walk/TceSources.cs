namespace IoSpec.Contracts.Walk;

/// <summary>Where the windows of host bridges of pseries are told.</summary>
internal static class TceSources
{
    private const string Calls = "Linux arch/powerpc/kvm/book3s_64_vio.c, ";
    private const string Windows = "QEMU hw/ppc/spapr_iommu.c, ";
    private const string Guest = "Linux arch/powerpc/platforms/pseries/iommu.c, ";

    /// <summary>The sources.</summary>
    public static FormatSources All { get; } = new(
        Translation: Code(Guest + "tce_build_pSeriesLP; " + Windows + "spapr_tce_translate_iommu"),
        Configuration: Code(Guest + "every bridge has a window; " + Windows + "spapr_tce_translate_iommu"),
        Requests: Code(Guest + "no request has a PASID; " + Windows + "spapr_tce_translate_iommu"),
        Presence: Code(Guest + "tce_clear_pSeriesLP; " + Windows + "spapr_tce_translate_iommu"),
        Rights: Code(
            "Linux arch/powerpc/include/asm/tce.h, TCE_PCI_READ and _WRITE; " + Windows
            + "spapr_tce_iommu_access_flags"),
        Reserved: Memory("bits between the rights and the page are not told"),
        Levels: Code(Guest + "a table has one level; " + Windows + "spapr_tce_table_realize"),
        Width: Code(Guest + "create_ddw, ibm,dma-window; " + Windows + "spapr_tce_translate_iommu"),
        Output: Memory("no output address is known to be special"),
        Aborts: Code(Guest + "tables are the hypervisor's; " + Windows + "spapr_tce_alloc_table"),
        Invalidation: Code(Calls + "kvmppc_h_put_tce, kvmppc_h_stuff_tce; " + Windows + "put_tce_emu"),
        Caching: Code(Calls + "kvmppc_h_put_tce; " + Windows + "put_tce_emu"),
        Queue: Code(Calls + "kvmppc_ioba_validate, npages over 512; " + Windows + "h_put_tce, h_put_tce_indirect"),
        Records: Code(Guest + "no call tells of a fault; " + Windows + "spapr_tce_translate_iommu"),
        Fields: Code(Guest + "no call tells of a fault; " + Windows + "spapr_tce_translate_iommu"),
        Codes: Code(Guest + "no call tells of a fault; " + Windows + "spapr_tce_translate_iommu"),
        Marks: Code(Calls + "kvmppc_h_get_tce; " + Windows + "get_tce_emu"));

    private static Citation Code(string source) => new(source, Basis.Code);

    private static Citation Memory(string source) => new(source, Basis.Memory);
}
