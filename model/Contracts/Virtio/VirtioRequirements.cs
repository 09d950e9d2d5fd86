namespace IoSpec.Contracts.Virtio;

/// <summary>What an implementation of the area <c>virtio</c> must do: the catalogue, in our own words.</summary>
public static class VirtioRequirements
{
    /// <summary>The id of the area.</summary>
    public const string Area = "virtio";

    /// <summary>
    /// A device with which access through the platform was agreed takes every address for a bus address.
    /// </summary>
    public static Requirement Adr01 { get; } = new()
    {
        Id = "VIRTIO-ADR-01",
        Statement = "A device with which access through the platform was agreed takes every address for a bus address.",
        Source = "virtio specification 1.2, 6 Reserved Feature Bits, VIRTIO_F_ACCESS_PLATFORM",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>
    /// A device with which access through the platform was not agreed takes every address for a physical one.
    /// </summary>
    public static Requirement Adr02 { get; } = new()
    {
        Id = "VIRTIO-ADR-02",
        Statement = "A device with which access through the platform was not agreed takes every address for a " +
            "physical one.",
        Source = "virtio specification 1.2, 6 Reserved Feature Bits, VIRTIO_F_ACCESS_PLATFORM",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>Features among which one was not offered are refused: FEATURES_OK does not stay set.</summary>
    public static Requirement Neg01 { get; } = new()
    {
        Id = "VIRTIO-NEG-01",
        Statement = "Features among which one was not offered are refused: FEATURES_OK does not stay set.",
        Source = "virtio specification 1.2, 2.2.2 Device Requirements: Feature Bits",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>
    /// Features that were offered, access through the platform among them if it was, are not refused.
    /// </summary>
    public static Requirement Neg02 { get; } = new()
    {
        Id = "VIRTIO-NEG-02",
        Statement = "Features that were offered, access through the platform among them if it was, are not refused.",
        Source = "virtio specification 1.2, 2.2.2 Device Requirements: Feature Bits",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>The device offers what it has: version 1 always, but through a legacy interface.</summary>
    public static Requirement Neg03 { get; } = new()
    {
        Id = "VIRTIO-NEG-03",
        Statement = "The device offers what it has: version 1 always, but through a legacy interface.",
        Source = "virtio specification 1.2, 6.2 Device Requirements: Reserved Feature Bits",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>
    /// A bit of the status that the driver sets can be read back, FEATURES_OK and NEEDS_RESET excepted.
    /// </summary>
    public static Requirement Sta01 { get; } = new()
    {
        Id = "VIRTIO-STA-01",
        Statement = "A bit of the status that the driver sets can be read back, FEATURES_OK and NEEDS_RESET excepted.",
        Source = "virtio specification 1.2, 2.1 Device Status Field",
        Basis = Basis.Memory,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>The device uses no buffer before DRIVER_OK is set.</summary>
    public static Requirement Sta02 { get; } = new()
    {
        Id = "VIRTIO-STA-02",
        Statement = "The device uses no buffer before DRIVER_OK is set.",
        Source = "virtio specification 1.2, 2.1.2 Device Requirements: Device Status Field",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>After a reset of the device it uses no buffer of a queue that was not set up again.</summary>
    public static Requirement Sta03 { get; } = new()
    {
        Id = "VIRTIO-STA-03",
        Statement = "After a reset of the device it uses no buffer of a queue that was not set up again.",
        Source = "virtio specification 1.2, 2.4 Device Reset",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>After a reset of the device its status is 0 and nothing of the former features is left.</summary>
    public static Requirement Sta04 { get; } = new()
    {
        Id = "VIRTIO-STA-04",
        Statement = "After a reset of the device its status is 0 and nothing of the former features is left.",
        Source = "virtio specification 1.2, 2.4.1 Device Requirements: Device Reset",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>After a reset of a queue the device uses no buffer of it.</summary>
    public static Requirement Que01 { get; } = new()
    {
        Id = "VIRTIO-QUE-01",
        Statement = "After a reset of a queue the device uses no buffer of it.",
        Source = "virtio specification 1.2, 2.6.1 Virtqueue Reset",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>The device accesses no memory while it must not be a bus master.</summary>
    public static Requirement Bus01 { get; } = new()
    {
        Id = "VIRTIO-BUS-01",
        Statement = "The device accesses no memory while it must not be a bus master.",
        Source = "PCI Local Bus Specification 3.0, 6.2.2 Device Control",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A device that is a bus master again goes on: it has not cleared DRIVER_OK.</summary>
    public static Requirement Bus02 { get; } = new()
    {
        Id = "VIRTIO-BUS-02",
        Statement = "A device that is a bus master again goes on: it has not cleared DRIVER_OK.",
        Source = "virtio specification 1.2, 2.1 Device Status Field and 2.4 Device Reset: a reset clears what the " +
            "driver has set; QEMU hw/virtio/virtio-pci.c, virtio_write_config, clears DRIVER_OK",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Function,
        Severity = Severity.Low,
    };

    /// <summary>The device writes nothing but the used ring and buffers that are there for it to write.</summary>
    public static Requirement Con01 { get; } = new()
    {
        Id = "VIRTIO-CON-01",
        Statement = "The device writes nothing but the used ring and buffers that are there for it to write.",
        Source = "virtio specification 1.2, 2.7.5.1 Device Requirements: The Virtqueue Descriptor Table",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A page that is not mapped for the device, or no longer, is not written.</summary>
    public static Requirement Con02 { get; } = new()
    {
        Id = "VIRTIO-CON-02",
        Statement = "A page that is not mapped for the device, or no longer, is not written.",
        Source = "Intel Virtualization Technology for Directed I/O, 3.6 Second-Stage Translation and 6.5 Invalidation",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A page that is mapped for reading only is not written.</summary>
    public static Requirement Con03 { get; } = new()
    {
        Id = "VIRTIO-CON-03",
        Statement = "A page that is mapped for reading only is not written.",
        Source = "Intel Virtualization Technology for Directed I/O, 3.6 Second-Stage Translation",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A buffer that is there to be read is not written.</summary>
    public static Requirement Con04 { get; } = new()
    {
        Id = "VIRTIO-CON-04",
        Statement = "A buffer that is there to be read is not written.",
        Source = "virtio specification 1.2, 2.7.5.1 Device Requirements: The Virtqueue Descriptor Table",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>The length in the used ring is no more than what was written.</summary>
    public static Requirement Use01 { get; } = new()
    {
        Id = "VIRTIO-USE-01",
        Statement = "The length in the used ring is no more than what was written.",
        Source = "virtio specification 1.2, 2.7.8.2 Device Requirements: The Virtqueue Used Ring",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>
    /// Every chain that is right and can be accessed is used, in time, and something is written if there is room.
    /// </summary>
    public static Requirement Use02 { get; } = new()
    {
        Id = "VIRTIO-USE-02",
        Statement = "Every chain that is right and can be accessed is used, in time, and something is written if " +
            "there is room.",
        Source = "virtio specification 1.2, 2.7.8 The Virtqueue Used Ring; virtio specification 1.2, 5.4.6 Device " +
            "Operation",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>
    /// Nothing is in the used ring but what was available, once, by the place of its first descriptor.
    /// </summary>
    public static Requirement Use03 { get; } = new()
    {
        Id = "VIRTIO-USE-03",
        Statement = "Nothing is in the used ring but what was available, once, by the place of its first descriptor.",
        Source = "virtio specification 1.2, 2.7.8 The Virtqueue Used Ring",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>A used descriptor of a packed queue says by a flag whether something was written.</summary>
    public static Requirement Use04 { get; } = new()
    {
        Id = "VIRTIO-USE-04",
        Statement = "A used descriptor of a packed queue says by a flag whether something was written.",
        Source = "virtio specification 1.2, 2.8.4 Write Flag and 2.8.5 Element Address and Length",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Function,
        Severity = Severity.Low,
    };

    /// <summary>Without the feature for it no table of descriptors is followed.</summary>
    public static Requirement Dsc01 { get; } = new()
    {
        Id = "VIRTIO-DSC-01",
        Statement = "Without the feature for it no table of descriptors is followed.",
        Source = "virtio specification 1.2, 2.7.5.3 Indirect Descriptors",
        Basis = Basis.Memory,
        Level = Level.Should,
        Axis = Axis.Safety,
        Severity = Severity.Medium,
    };

    /// <summary>A device that cannot go on says so: NEEDS_RESET.</summary>
    public static Requirement Err01 { get; } = new()
    {
        Id = "VIRTIO-ERR-01",
        Statement = "A device that cannot go on says so: NEEDS_RESET.",
        Source = "virtio specification 1.2, 2.1.2 Device Requirements: Device Status Field",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>An access that is blocked is recorded.</summary>
    public static Requirement Flt01 { get; } = new()
    {
        Id = "VIRTIO-FLT-01",
        Statement = "An access that is blocked is recorded.",
        Source = "Intel Virtualization Technology for Directed I/O, 7.2 Fault Processing",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>What is recorded as blocked is an address that the driver gave to the device.</summary>
    public static Requirement Flt02 { get; } = new()
    {
        Id = "VIRTIO-FLT-02",
        Statement = "What is recorded as blocked is an address that the driver gave to the device.",
        Source = "Intel Virtualization Technology for Directed I/O, 7.2 Fault Processing",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Medium,
    };

    /// <summary>The driver is interrupted after a buffer was used, unless it wants no interrupts.</summary>
    public static Requirement Not01 { get; } = new()
    {
        Id = "VIRTIO-NOT-01",
        Statement = "The driver is interrupted after a buffer was used, unless it wants no interrupts.",
        Source = "virtio specification 1.2, 2.7.7.2 Device Requirements: Used Buffer Notification Suppression",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The driver is not interrupted for buffers as long as it wants no interrupts.</summary>
    public static Requirement Not02 { get; } = new()
    {
        Id = "VIRTIO-NOT-02",
        Statement = "The driver is not interrupted for buffers as long as it wants no interrupts.",
        Source = "virtio specification 1.2, 2.7.7.2 Device Requirements: Used Buffer Notification Suppression",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Precision,
        Severity = Severity.Low,
    };

    /// <summary>A device that says it need not be told of buffers finds them by itself.</summary>
    public static Requirement Not03 { get; } = new()
    {
        Id = "VIRTIO-NOT-03",
        Statement = "A device that says it need not be told of buffers finds them by itself: none is left.",
        Source = "virtio specification 1.2, 2.7.10 Available Buffer Notification Suppression and 2.8.21.3 Sending " +
            "Available Buffer Notifications",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>With the event index the driver is interrupted when the entry is used that it named.</summary>
    public static Requirement Not04 { get; } = new()
    {
        Id = "VIRTIO-NOT-04",
        Statement = "With the event index the driver is interrupted when the entry is used that it named.",
        Source = "virtio specification 1.2, 2.7.7.2 Device Requirements: Used Buffer Notification Suppression and " +
            "2.8.10 Driver and Device Event Suppression",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>With the event index the driver is not interrupted for other entries.</summary>
    public static Requirement Not05 { get; } = new()
    {
        Id = "VIRTIO-NOT-05",
        Statement = "With the event index the driver is not interrupted for other entries than the one it named.",
        Source = "virtio specification 1.2, 2.7.7.2 Device Requirements: Used Buffer Notification Suppression",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Precision,
        Severity = Severity.Low,
    };

    /// <summary>What the device declares it can do, it does.</summary>
    public static Requirement Cap01 { get; } = new()
    {
        Id = "VIRTIO-CAP-01",
        Statement = "What the device declares it can do, it does.",
        Source = "virtio specification 1.2, 2.2 Feature Bits",
        Basis = Basis.Memory,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The device answers every operation, with an answer to that operation, and stays alive.</summary>
    public static Requirement Live01 { get; } = new()
    {
        Id = "VIRTIO-LIVE-01",
        Statement = "The device answers every operation, with an answer to that operation, and stays alive.",
        Source = "virtio specification 1.2, 2.1 Device Status Field",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The table, in the order of the catalogue.</summary>
    public static RequirementTable Table { get; } = new(
        Area,
        Adr01, Adr02, Neg01, Neg02, Neg03, Sta01, Sta02, Sta03, Sta04, Que01, Bus01, Bus02, Con01, Con02, Con03, Con04,
        Use01, Use02, Use03, Use04, Dsc01, Err01, Flt01, Flt02, Not01, Not02, Not03, Not04, Not05, Cap01, Live01);
}
