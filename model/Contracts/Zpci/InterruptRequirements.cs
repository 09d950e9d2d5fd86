namespace IoSpec.Contracts.Zpci;

/// <summary>What is demanded of the interrupts of a function: bits that its messages set.</summary>
public sealed class InterruptRequirements
{
    private const string Message =
        "Linux arch/s390/pci/pci_irq.c, zpci_set_airq and zpci_floating_irq_handler; QEMU s390-pci-bus.c, " +
        "s390_msi_ctrl_write";

    private const string Registration =
        "Linux arch/s390/pci/pci_irq.c, zpci_set_airq and zpci_clear_airq; QEMU s390-pci-inst.c, reg_irqs and " +
        "pci_dereg_irqs";

    internal InterruptRequirements()
    {
    }

    /// <summary>The message of a vector sets its bit, counted from the one that is registered, and no other.</summary>
    public Requirement Int01 { get; } = Of(
        "ZPCI-INT-01",
        "The message of a vector sets its bit, counted from the one that is registered, and no other.",
        Message,
        Axis.Safety, Severity.High);

    /// <summary>It sets the summary bit that is registered, and no other.</summary>
    public Requirement Int02 { get; } = Of(
        "ZPCI-INT-02",
        "The message of a vector sets the summary bit that is registered, and no other.",
        Message,
        Axis.Safety, Severity.High);

    /// <summary>
    /// A function whose interrupts are not registered, or no longer, sets no bit and interrupts nobody.
    /// </summary>
    public Requirement Int03 { get; } = Of(
        "ZPCI-INT-03",
        "A function whose interrupts are not registered, or no longer, sets no bit and interrupts nobody.",
        Registration,
        Axis.Safety, Severity.Critical);

    /// <summary>With a summary bit that was not set comes an interruption of the registered class.</summary>
    public Requirement Int04 { get; } = Of(
        "ZPCI-INT-04",
        "With a summary bit that was not set comes an interruption of the registered class.",
        Message,
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
