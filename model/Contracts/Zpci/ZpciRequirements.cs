namespace IoSpec.Contracts.Zpci;

/// <summary>What an implementation of the area <c>zpci</c> must do: the catalogue, in our own words.</summary>
public static class ZpciRequirements
{
    /// <summary>The id of the area.</summary>
    public const string Area = "zpci";

    /// <summary>
    /// One block store of the guest reaches the device as one access, with the same space, offset, length
    /// and bytes, or not at all.
    /// </summary>
    public static Requirement Ism01 { get; } = new()
    {
        Id = "ZPCI-ISM-01",
        Statement = "A block store of the guest reaches the device as one access of the same bytes, or not at all.",
        Source = "Linux commit bf4197be96d0, vfio/ism: Implement vfio_pci driver for ISM devices; " +
            "Linux drivers/s390/net/ism.h, __ism_write_cmd",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A block store stays a block store, however short it is.</summary>
    public static Requirement Ism02 { get; } = new()
    {
        Id = "ZPCI-ISM-02",
        Statement = "A block store stays a block store, however short it is.",
        Source = "Linux commit bf4197be96d0, vfio/ism: Implement vfio_pci driver for ISM devices; " +
            "Linux drivers/s390/net/ism.h, __ism_write_cmd",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>
    /// An instruction by function handle reaches the device by function handle, whatever the host
    /// has.
    /// </summary>
    public static Requirement Ism03 { get; } = new()
    {
        Id = "ZPCI-ISM-03",
        Statement = "An instruction by function handle reaches the device by function handle, whatever " +
            "the host has.",
        Source = "Linux commit bf4197be96d0, vfio/ism: Implement vfio_pci driver for ISM devices; " +
            "Linux drivers/s390/net/ism.h, __ism_write_cmd",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>
    /// A function with relaxed alignment takes a block store at any offset, from any address, of any
    /// length up to its limit.
    /// </summary>
    public static Requirement Ism04 { get; } = new()
    {
        Id = "ZPCI-ISM-04",
        Statement = "A function with relaxed alignment takes a block store at any offset, from any " +
            "address, of any length up to its limit.",
        Source = "Linux commit bf4197be96d0, vfio/ism: Implement vfio_pci driver for ISM devices; " +
            "Linux drivers/s390/net/ism.h, __ism_write_cmd",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>
    /// A block store across a boundary of 4 KiB is rejected, and nothing of it reaches the
    /// device.
    /// </summary>
    public static Requirement Ism05 { get; } = new()
    {
        Id = "ZPCI-ISM-05",
        Statement = "A block store across a boundary of 4 KiB is rejected, and nothing of it reaches the " +
            "device.",
        Source = "Linux arch/s390/pci/pci_insn.c, zpci_store_block; " +
            "QEMU hw/s390x/s390-pci-inst.c, pcistb_service_call",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>
    /// A block store that is longer than the limit of the function is rejected, and nothing of it reaches
    /// the device.
    /// </summary>
    public static Requirement Ism06 { get; } = new()
    {
        Id = "ZPCI-ISM-06",
        Statement = "A block store that is longer than the limit of the function is rejected, and nothing " +
            "of it reaches the device.",
        Source = "Linux arch/s390/pci/pci_insn.c, zpci_store_block; " +
            "QEMU hw/s390x/s390-pci-inst.c, pcistb_service_call",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>The pieces of a move reach the device in ascending order, each byte once.</summary>
    public static Requirement Ism07 { get; } = new()
    {
        Id = "ZPCI-ISM-07",
        Statement = "The pieces of a move reach the device in ascending order, each byte once.",
        Source = "Linux drivers/s390/net/ism_drv.c, ism_move and ism_cmd; " +
            "Linux arch/s390/include/asm/pci_io.h, zpci_memcpy_toio",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>Only the last piece of a move signals, and after a piece that failed nothing follows.</summary>
    public static Requirement Ism08 { get; } = new()
    {
        Id = "ZPCI-ISM-08",
        Statement = "Only the last piece of a move signals, and after a piece that failed nothing follows.",
        Source = "Linux drivers/s390/net/ism_drv.c, ism_move and ism_cmd; " +
            "Linux arch/s390/include/asm/pci_io.h, zpci_memcpy_toio",
        Basis = Basis.Memory,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>The body of a command reaches the device before its header, and the header at once.</summary>
    public static Requirement Ism09 { get; } = new()
    {
        Id = "ZPCI-ISM-09",
        Statement = "The body of a command reaches the device before its header, and the header at once.",
        Source = "Linux drivers/s390/net/ism_drv.c, ism_move and ism_cmd; " +
            "Linux arch/s390/include/asm/pci_io.h, zpci_memcpy_toio",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A load or store of a register reaches the device as one access of what was asked for.</summary>
    public static Requirement Ism10 { get; } = new()
    {
        Id = "ZPCI-ISM-10",
        Statement = "A load or store of a register reaches the device as one access of what was asked for.",
        Source = "Linux drivers/s390/net/ism.h, __ism_read_cmd; Linux drivers/s390/net/ism_drv.c, ism_cmd",
        Basis = Basis.Memory,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>All 48 bits of an offset reach the device.</summary>
    public static Requirement Ism11 { get; } = new()
    {
        Id = "ZPCI-ISM-11",
        Statement = "All 48 bits of an offset reach the device.",
        Source = "Linux commit bf4197be96d0, vfio/ism: Implement vfio_pci driver for ISM devices; " +
            "Linux drivers/s390/net/ism.h, __ism_write_cmd",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>Accesses to a function with an MSI-X table do not go around those who watch the table.</summary>
    public static Requirement Ism12 { get; } = new()
    {
        Id = "ZPCI-ISM-12",
        Statement = "Accesses to a function with an MSI-X table do not go around those who watch the " +
            "table.",
        Source = "Linux commit bf4197be96d0, vfio/ism: Implement vfio_pci driver for ISM devices; " +
            "Linux drivers/s390/net/ism.h, __ism_write_cmd",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>
    /// A block store to configuration space ends with condition code 1 and status 20, and nothing reaches
    /// the device.
    /// </summary>
    public static Requirement Ism13 { get; } = new()
    {
        Id = "ZPCI-ISM-13",
        Statement = "A block store to configuration space ends with condition code 1 and status 20, and " +
            "nothing reaches the device.",
        Source = "Linux arch/s390/pci/pci_insn.c, zpci_store_block; " +
            "QEMU hw/s390x/s390-pci-inst.c, pcistb_service_call",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>A store that found the device busy is repeated as it was, and reaches the device once.</summary>
    public static Requirement Ism18 { get; } = new()
    {
        Id = "ZPCI-ISM-18",
        Statement = "A store that found the device busy is repeated as it was, and reaches the device " +
            "once.",
        Source = "Linux arch/s390/pci/pci_insn.c, condition code 2",
        Basis = Basis.Memory,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A handle that no longer holds gives condition code 3, and nothing reaches the device.</summary>
    public static Requirement Ism19 { get; } = new()
    {
        Id = "ZPCI-ISM-19",
        Statement = "A handle that no longer holds gives condition code 3, and nothing reaches the device.",
        Source = "Linux arch/s390/pci/pci_insn.c, zpci_store_block; " +
            "QEMU hw/s390x/s390-pci-inst.c, pcistb_service_call",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>
    /// A function with strict alignment ends a block store of wrong alignment or length with a
    /// specification exception.
    /// </summary>
    public static Requirement Ins01 { get; } = new()
    {
        Id = "ZPCI-INS-01",
        Statement = "A function with strict alignment ends a block store of wrong alignment or length " +
            "with a specification exception.",
        Source = "Linux arch/s390/pci/pci_insn.c, zpci_store_block; " +
            "QEMU hw/s390x/s390-pci-inst.c, pcistb_service_call",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>
    /// A load or store of a length that cannot be, or across a doubleword, ends with an operand
    /// exception.
    /// </summary>
    public static Requirement Ins02 { get; } = new()
    {
        Id = "ZPCI-INS-02",
        Statement = "A load or store of a length that cannot be, or across a doubleword, ends with an " +
            "operand exception.",
        Source = "Linux arch/s390/include/asm/pci_io.h, zpci_get_max_io_size; QEMU s390-pci-inst.c, pcilg_service_call",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>An instruction that keeps to the rules ends with condition code 0.</summary>
    public static Requirement Ins03 { get; } = new()
    {
        Id = "ZPCI-INS-03",
        Statement = "An instruction that keeps to the rules ends with condition code 0.",
        Source = "Linux arch/s390/include/asm/pci_io.h, zpci_write_single; QEMU s390-pci-inst.c, pcistg_service_call",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>An instruction by mapped address is not there for a guest that does not see it.</summary>
    public static Requirement Ins04 { get; } = new()
    {
        Id = "ZPCI-INS-04",
        Statement = "An instruction by mapped address is not there for a guest that does not see it.",
        Source = "Linux arch/s390/pci/pci_insn.c, have_mio; QEMU target/s390x/tcg, which has no such opcode",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>Enabling and disabling give a handle that the function did not have before.</summary>
    public static Requirement Fun01 { get; } = new()
    {
        Id = "ZPCI-FUN-01",
        Statement = "Enabling and disabling give a handle that the function did not have before.",
        Source = "QEMU hw/s390x/s390-pci-bus.h, FH_MASK_INSTANCE",
        Basis = Basis.Memory,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>
    /// In the error state loads and stores end with condition code 1 and status 12, and nothing reaches
    /// the device.
    /// </summary>
    public static Requirement Fun02 { get; } = new()
    {
        Id = "ZPCI-FUN-02",
        Statement = "In the error state loads and stores end with condition code 1 and status 12, and " +
            "nothing reaches the device.",
        Source = "Linux arch/s390/include/asm/pci_insn.h, status 12; QEMU s390-pci-inst.c, pcilg_service_call",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>
    /// The block is reset in the error state only; a second time gives condition code 1 and status
    /// 24.
    /// </summary>
    public static Requirement Fun03 { get; } = new()
    {
        Id = "ZPCI-FUN-03",
        Statement = "The block is reset in the error state only; a second time gives condition code 1 and " +
            "status 24.",
        Source = "Linux arch/s390/include/asm/pci_insn.h, status 24; QEMU s390-pci-inst.c, mpcifc_service_call",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>The stored controls tell the state of the function.</summary>
    public static Requirement Fun04 { get; } = new()
    {
        Id = "ZPCI-FUN-04",
        Statement = "The stored controls tell the state of the function.",
        Source = "Linux arch/s390/include/asm/pci_insn.h, zpci_fib; QEMU s390-pci-inst.c, stpcifc_service_call",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>A copy of the guest's kernel consists of legal stores in ascending order, each byte once.</summary>
    public static Requirement Cpy01 { get; } = new()
    {
        Id = "ZPCI-CPY-01",
        Statement = "A copy of the guest's kernel consists of legal stores in ascending order, each byte " +
            "once.",
        Source = "Linux drivers/s390/net/ism_drv.c, ism_move and ism_cmd; " +
            "Linux arch/s390/include/asm/pci_io.h, zpci_memcpy_toio",
        Basis = Basis.Memory,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>The path answers every operation, with an answer to that operation, and stays alive.</summary>
    public static Requirement Live01 { get; } = new()
    {
        Id = "ZPCI-LIVE-01",
        Statement = "The path answers every operation, with an answer to that operation, and stays alive.",
        Source = "Linux arch/s390/pci/pci_insn.c and QEMU hw/s390x/s390-pci-inst.c: every instruction ends",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>What is demanded of how a function is found, changes its state and gets its tables.</summary>
    public static ControlRequirements Control { get; } = new();

    /// <summary>What is demanded of its interrupts.</summary>
    public static InterruptRequirements Interrupt { get; } = new();

    /// <summary>The table, in the order of the catalogue.</summary>
    public static RequirementTable Table { get; } = new(
        Area,
        Ism01, Ism02, Ism03, Ism04, Ism05, Ism06, Ism07, Ism08, Ism09, Ism10, Ism11, Ism12, Ism13, Ism18, Ism19,
        Ins01, Ins02, Ins03, Ins04, Fun01, Fun02, Fun03, Fun04, Cpy01, Live01, Control.Clp01, Control.Clp02,
        Control.Clp03, Control.Clp04, Control.Clp05, Control.Clp06, Control.Clp07, Control.Clp08, Control.Clp09,
        Control.Clp10, Control.Fun05, Control.Fun06, Control.Fun07, Control.Fun08, Control.Fun09, Control.Ioa01,
        Control.Ioa02, Control.Ioa03, Control.Ioa04, Control.Ioa05, Control.Ref01, Control.Ref02, Control.Ref03,
        Control.Ins05, Control.Ins06, Control.Ins07, Control.Stb01, Control.Stb02,
        Interrupt.Int01, Interrupt.Int02, Interrupt.Int03, Interrupt.Int04, Interrupt.Int05);
}
