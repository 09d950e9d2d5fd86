namespace IoSpec.Contracts.Zpci;

/// <summary>What is demanded of the interrupts of a function: bits that its messages set.</summary>
public sealed class InterruptRequirements
{
    private const string Message =
        "Linux arch/s390/pci/pci_irq.c, zpci_set_airq and zpci_floating_irq_handler; QEMU s390-pci-bus.c, " +
        "s390_msi_ctrl_write";

    private const string Summary =
        "Linux arch/s390/include/asm/pci_insn.h, zpci_fib_fmt0: sum; pci_irq.c, zpci_set_airq; QEMU " +
        "s390-pci-bus.c, s390_msi_ctrl_write";

    private const string Interruption =
        "QEMU s390-pci-bus.c, set_ind_atomic: it interrupts when a byte was 0; Linux pci_irq.c, " +
        "zpci_floating_irq_handler: SIC_IRQ_MODE_SINGLE, suppressed after one until the guest has looked";

    private const string Release =
        "Linux arch/s390/pci/pci_irq.c, arch_teardown_msi_irqs: the bits are given back once they are deregistered";

    internal InterruptRequirements()
    {
    }

    /// <summary>The message of a vector sets its bit, counted from the one that is registered, and no other.</summary>
    public Requirement Int01 { get; } = Of(
        "ZPCI-INT-01",
        "The message of a vector sets its bit, counted from the one that is registered, and no other.",
        Message,
        Axis.Safety, Severity.High);

    /// <summary>It sets the summary bit that is registered if that is enabled, and no other.</summary>
    public Requirement Int02 { get; } = Of(
        "ZPCI-INT-02",
        "The message of a vector sets the summary bit that is registered if that is enabled, and no other.",
        Summary,
        Axis.Safety, Severity.High);

    /// <summary>
    /// A function whose interrupts are not registered, or no longer, sets no bit and interrupts nobody.
    /// </summary>
    public Requirement Int03 { get; } = new()
    {
        Id = "ZPCI-INT-03",
        Statement = "A function whose interrupts are not registered, or no longer, sets no bit and interrupts nobody.",
        Source = Release,
        Basis = Basis.Memory,
        Level = Level.Should,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>
    /// With the first summary bit of a byte comes an interruption, unless one came that the guest has not looked after;
    /// all are of the registered class.
    /// </summary>
    public Requirement Int04 { get; } = Of(
        "ZPCI-INT-04",
        "The first summary bit of a byte brings an interruption of its class, unless one is not looked after yet.",
        Interruption,
        Axis.Function, Severity.High);

    /// <summary>A bit that a message has set stays so until the guest clears it; nothing else sets one.</summary>
    public Requirement Int05 { get; } = Of(
        "ZPCI-INT-05",
        "A bit that a message has set stays so until the guest clears it; nothing else sets one.",
        Message,
        Axis.Safety, Severity.High);

    private static Requirement Of(string id, string statement, string source, Axis axis, Severity severity) => new()
    {
        Id = id,
        Statement = statement,
        Source = source,
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = axis,
        Severity = severity,
    };
}
