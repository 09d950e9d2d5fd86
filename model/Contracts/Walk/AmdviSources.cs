namespace IoSpec.Contracts.Walk;

/// <summary>Where AMD-Vi says what every format says.</summary>
internal static class AmdviSources
{
    /// <summary>The sources.</summary>
    public static FormatSources All { get; } = new(
        Translation: Text("AMD-Vi 2.2.3, I/O page tables for host translations; 2.2.6, guest translations"),
        Configuration: Text("AMD-Vi 2.2.2, device table entry; 2.5.2, illegal device table entry"),
        Requests: Text("AMD-Vi 2.2.2, device table size, TV, GV and GIOV; 2.5.9, invalid device request"),
        Presence: Text("AMD-Vi 2.2.3, page table entry, PR; 2.5.3, I/O page fault"),
        Rights: Text("AMD-Vi 2.2.3, IR and IW of device table entry and page table entries"),
        Reserved: Text("AMD-Vi 2.2.3, reserved fields of page table entries; 2.5.3, RZ"),
        Levels: Text("AMD-Vi 2.2.3, next level, skipped levels and page size encodings"),
        Width: Text("AMD-Vi 2.2.2, mode; 2.2.3, size of the address space"),
        Output: Memory("AMD-Vi 2.1.2, special address ranges"),
        Aborts: Text("AMD-Vi 2.5.4 and 2.5.5, hardware errors of device table and page tables"),
        Invalidation: Text("AMD-Vi 2.4.2 to 2.4.8, commands; 2.4.9, what software has to invalidate"),
        Caching: Text("AMD-Vi 2.4.3; 3.1, capability NpCache"),
        Queue: Text("AMD-Vi 2.4.1, completion wait; 2.5.6, illegal command error"),
        Records: Text("AMD-Vi 2.5, event logging; 2.2.2, SE and SA"),
        Fields: Code("AMD-Vi 2.5; Linux drivers/iommu/amd/iommu.c, iommu_print_event; VirtualBox DevIommuAmd.cpp"),
        Codes: Code("AMD-Vi 2.5; Linux drivers/iommu/amd/amd_iommu_types.h; VirtualBox DevIommuAmd.cpp"),
        Marks: Memory("AMD-Vi 2.2.2, HAD; 2.2.3, accessed and dirty; Linux amdv1 page tables, dirty tracking"));

    private static Citation Text(string source) => new(source, Basis.Text);

    private static Citation Code(string source) => new(source, Basis.Code);

    private static Citation Memory(string source) => new(source, Basis.Memory);
}
