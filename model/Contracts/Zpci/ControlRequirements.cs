namespace IoSpec.Contracts.Zpci;

/// <summary>What is demanded of how a function is found, changes its state and gets its tables.</summary>
public sealed class ControlRequirements
{
    private const string ClpHeaders = "Linux arch/s390/include/asm/clp.h and pci_clp.h; QEMU s390-pci-clp.h";
    private const string ClpSet = "Linux pci_clp.c, clp_set_pci_fn; QEMU s390-pci-inst.c, clp_service_call";
    private const string Modify = "Linux arch/s390/include/asm/pci_insn.h; QEMU s390-pci-inst.c, mpcifc_service_call";
    private const string Qemu = "QEMU hw/s390x/s390-pci-inst.c and s390-pci-bus.h";

    internal ControlRequirements()
    {
    }

    /// <summary>A request whose lengths cannot be ends with an operand exception.</summary>
    public Requirement Clp01 { get; } = Of(
        "ZPCI-CLP-01",
        "A request whose lengths cannot be ends with an operand exception.",
        Qemu,
        Basis.Memory, Axis.Function, Severity.Medium);

    /// <summary>An unknown command is answered with code 0x20, a request of a wrong length with 0x50.</summary>
    public Requirement Clp02 { get; } = Of(
        "ZPCI-CLP-02",
        "An unknown command is answered with code 0x20, a request of a wrong length with 0x50.",
        ClpHeaders,
        Basis.Code, Axis.Function, Severity.Medium);

    /// <summary>
    /// A list in an unknown format is answered with code 0x40, with a reserved bit with 0x70, with an unknown token
    /// with 0x10a.
    /// </summary>
    public Requirement Clp03 { get; } = Of(
        "ZPCI-CLP-03",
        "A list in an unknown format is answered with code 0x40, with a reserved bit with 0x70, with " +
            "an unknown token with 0x10a.",
        ClpHeaders,
        Basis.Code, Axis.Function, Severity.Medium);

    /// <summary>A command for a handle that no longer holds is answered with code 0x101.</summary>
    public Requirement Clp04 { get; } = Of(
        "ZPCI-CLP-04",
        "A command for a handle that no longer holds is answered with code 0x101.",
        ClpSet,
        Basis.Code, Axis.Safety, Severity.High);

    /// <summary>To enable what is enabled, or disable what is disabled, is answered with code 0x102 or 0x105.</summary>
    public Requirement Clp05 { get; } = Of(
        "ZPCI-CLP-05",
        "To enable what is enabled, or disable what is disabled, is answered with code 0x102 or 0x105.",
        ClpSet,
        Basis.Code, Axis.Function, Severity.Medium);

    /// <summary>
    /// To enable a function without a DMA address space is answered with code 0x103, with more than it has with
    /// 0x104.
    /// </summary>
    public Requirement Clp06 { get; } = Of(
        "ZPCI-CLP-06",
        "To enable a function without a DMA address space is answered with code 0x103, with more than " +
            "it has with 0x104.",
        ClpSet,
        Basis.Code, Axis.Function, Severity.Medium);

    /// <summary>A list has the function once, with its handle and whether it is configured.</summary>
    public Requirement Clp07 { get; } = Of(
        "ZPCI-CLP-07",
        "A list has the function once, with its handle and whether it is configured.",
        "Linux arch/s390/pci/pci_clp.c, clp_list_pci and __clp_update; QEMU s390-pci-inst.c, list_pci",
        Basis.Code, Axis.Function, Severity.High);

    /// <summary>
    /// A query of the function tells the size of its BARs and the addresses for which it can have tables.
    /// </summary>
    public Requirement Clp08 { get; } = Of(
        "ZPCI-CLP-08",
        "A query of the function tells the size of its BARs and the addresses for which it can have tables.",
        "Linux arch/s390/pci/pci_clp.c, clp_store_query_pci_fn; QEMU s390-pci-inst.c, clp_service_call",
        Basis.Code, Axis.Function, Severity.High);

    /// <summary>A query of the function has the registers of its BARs in the byte order of PCI.</summary>
    public Requirement Clp09 { get; } = Of(
        "ZPCI-CLP-09",
        "A query of the function has the registers of its BARs in the byte order of PCI.",
        "Linux arch/s390/pci/pci_clp.c, clp_store_query_pci_fn; QEMU 10.2 s390-pci-inst.c, clp_service_call",
        Basis.Code, Axis.Function, Severity.Medium);

    /// <summary>
    /// A query of a group tells the longest block store; one of an unknown group is answered with code 0x10b.
    /// </summary>
    public Requirement Clp10 { get; } = Of(
        "ZPCI-CLP-10",
        "A query of a group tells the longest block store; one of an unknown group is answered with code 0x10b.",
        ClpHeaders,
        Basis.Code, Axis.Function, Severity.Medium);

    /// <summary>
    /// The handle that enabling or disabling gives tells by its bit 31 whether the function is enabled.
    /// </summary>
    public Requirement Fun05 { get; } = Of(
        "ZPCI-FUN-05",
        "The handle that enabling or disabling gives tells by its bit 31 whether the function is enabled.",
        "Linux arch/s390/include/asm/pci.h, zdev_enabled; QEMU s390-pci-bus.h, FH_MASK_ENABLE",
        Basis.Code, Axis.Safety, Severity.High);

    /// <summary>
    /// To configure or deconfigure a function is answered with code 0x20, or 0x120 if it was so before.
    /// </summary>
    public Requirement Fun06 { get; } = Of(
        "ZPCI-FUN-06",
        "To configure or deconfigure a function is answered with code 0x20, or 0x120 if it was so before.",
        "Linux drivers/s390/char/sclp_pci.c, do_pci_configure; QEMU s390-pci-bus.c, s390_pci_sclp_configure",
        Basis.Code, Axis.Function, Severity.Medium);

    /// <summary>
    /// A function in standby cannot be enabled, and no load or store reaches it until it is enabled again.
    /// </summary>
    public Requirement Fun07 { get; } = Of(
        "ZPCI-FUN-07",
        "A function in standby cannot be enabled, and no load or store reaches it until it is enabled again.",
        Qemu,
        Basis.Memory, Axis.Safety, Severity.Medium);

    /// <summary>An error is reset where there is one; otherwise condition code 1 and status 24.</summary>
    public Requirement Fun08 { get; } = Of(
        "ZPCI-FUN-08",
        "An error is reset where there is one; otherwise condition code 1 and status 24.",
        Modify,
        Basis.Memory, Axis.Function, Severity.Medium);

    /// <summary>
    /// To modify, store or refresh with a handle that does not hold, or is of no enabled function, gives condition
    /// code 3.
    /// </summary>
    public Requirement Fun09 { get; } = Of(
        "ZPCI-FUN-09",
        "To modify, store or refresh with a handle that does not hold, or is of no enabled function, " +
            "gives condition code 3.",
        Modify,
        Basis.Code, Axis.Safety, Severity.High);

    /// <summary>
    /// What is not registered can be registered, what is can be deregistered; otherwise condition code 1 and status
    /// 24.
    /// </summary>
    public Requirement Ioa01 { get; } = Of(
        "ZPCI-IOA-01",
        "What is not registered can be registered, what is can be deregistered; otherwise condition " +
            "code 1 and status 24.",
        "Linux arch/s390/pci/pci_irq.c, zpci_clear_airq; QEMU s390-pci-inst.c, mpcifc_service_call",
        Basis.Code, Axis.Function, Severity.High);

    /// <summary>The stored state tells whether tables are registered, which, and for which addresses.</summary>
    public Requirement Ioa02 { get; } = Of(
        "ZPCI-IOA-02",
        "The stored state tells whether tables are registered, which, and for which addresses.",
        Qemu,
        Basis.Memory, Axis.Function, Severity.Medium);

    /// <summary>A DMA address space that there is not gives condition code 1 and status 28.</summary>
    public Requirement Ioa03 { get; } = Of(
        "ZPCI-IOA-03",
        "A DMA address space that there is not gives condition code 1 and status 28.",
        Modify,
        Basis.Code, Axis.Function, Severity.Medium);

    /// <summary>
    /// A control, a format, a type of tables or a range of addresses that there is not ends with an operand
    /// exception.
    /// </summary>
    public Requirement Ioa04 { get; } = Of(
        "ZPCI-IOA-04",
        "A control, a format, a type of tables or a range of addresses that there is not ends with an " +
            "operand exception.",
        Qemu,
        Basis.Memory, Axis.Function, Severity.Medium);

    /// <summary>Nothing is registered with a function that was disabled and enabled again.</summary>
    public Requirement Ioa05 { get; } = Of(
        "ZPCI-IOA-05",
        "Nothing is registered with a function that was disabled and enabled again.",
        Qemu,
        Basis.Memory, Axis.Safety, Severity.High);

    /// <summary>To refresh addresses for which tables are registered ends with condition code 0.</summary>
    public Requirement Ref01 { get; } = Of(
        "ZPCI-REF-01",
        "To refresh addresses for which tables are registered ends with condition code 0.",
        "Linux arch/s390/pci/pci_insn.c, zpci_refresh_trans; QEMU s390-pci-inst.c, rpcit_service_call",
        Basis.Code, Axis.Function, Severity.High);

    /// <summary>To refresh without tables, or other addresses than theirs, ends with condition code 1.</summary>
    public Requirement Ref02 { get; } = Of(
        "ZPCI-REF-02",
        "To refresh without tables, or other addresses than theirs, ends with condition code 1.",
        Qemu,
        Basis.Memory, Axis.Function, Severity.Medium);

    /// <summary>To refresh in the error state gives condition code 1 and status 40.</summary>
    public Requirement Ref03 { get; } = Of(
        "ZPCI-REF-03",
        "To refresh in the error state gives condition code 1 and status 40.",
        Modify,
        Basis.Memory, Axis.Function, Severity.Medium);

    /// <summary>
    /// An odd pair of registers, or an unaligned block of function information, ends with a specification exception.
    /// </summary>
    public Requirement Ins05 { get; } = Of(
        "ZPCI-INS-05",
        "An odd pair of registers, or an unaligned block of function information, ends with a " +
            "specification exception.",
        Qemu,
        Basis.Memory, Axis.Function, Severity.Medium);

    /// <summary>A load gives the bytes that were stored, right-aligned, the first of them the highest.</summary>
    public Requirement Ins06 { get; } = Of(
        "ZPCI-INS-06",
        "A load gives the bytes that were stored, right-aligned, the first of them the highest.",
        "Linux arch/s390/include/asm/pci_io.h, zpci_read_single; QEMU s390-pci-inst.c, pcilg_service_call",
        Basis.Code, Axis.Safety, Severity.Critical);

    /// <summary>
    /// An address space that the function does not have is rejected, one that is no BAR with condition code 1, status
    /// 20.
    /// </summary>
    public Requirement Ins07 { get; } = Of(
        "ZPCI-INS-07",
        "An address space that the function does not have is rejected, one that is no BAR with condition code 1, " +
            "status 20.",
        Modify,
        Basis.Code, Axis.Function, Severity.Medium);

    /// <summary>The pieces of a block store reach the device in ascending order, each byte once.</summary>
    public Requirement Stb01 { get; } = Of(
        "ZPCI-STB-01",
        "The pieces of a block store reach the device in ascending order, each byte once.",
        "QEMU s390-pci-inst.c, pcistb_service_call; Linux drivers/vfio/pci/vfio_pci_rdwr.c, do_io_rw",
        Basis.Code, Axis.Safety, Severity.High);

    /// <summary>
    /// A block store leaves in the device the bytes of memory in their order, as stores of registers do.
    /// </summary>
    public Requirement Stb02 { get; } = Of(
        "ZPCI-STB-02",
        "A block store leaves in the device the bytes of memory in their order, as stores of registers do.",
        "Linux arch/s390/include/asm/pci_io.h, zpci_memcpy_toio, which mixes both; QEMU on an s390 host",
        Basis.Code, Axis.Safety, Severity.Critical);

    private static Requirement Of(
        string id, string statement, string source, Basis basis, Axis axis, Severity severity) => new()
        {
            Id = id,
            Statement = statement,
            Source = source,
            Basis = basis,
            Level = Level.Must,
            Axis = axis,
            Severity = severity,
        };
}
