namespace IoSpec.Contracts.Virtio;

/// <summary>What comes of a device, a driver and a platform together.</summary>
/// <param name="Row">The name of the row.</param>
/// <param name="Situation">What was agreed, and what stands before memory.</param>
/// <param name="Addresses">What the driver hands out.</param>
/// <param name="Outcome">What comes of it.</param>
/// <param name="Requirements">The ids of the requirements that put it to the test.</param>
public sealed record PlatformDecision(
    string Row, string Situation, string Addresses, string Outcome, ValueList<string> Requirements);

/// <summary>Who decides what on a platform.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="About">What it is.</param>
/// <param name="Driver">When the driver hands out bus addresses.</param>
/// <param name="Device">When the device's accesses are translated.</param>
public sealed record VirtioPlatform(string Name, string About, string Driver, string Device)
{
    /// <summary>What never stands between a device and memory there.</summary>
    public ValueList<MissingMode> Missing { get; init; }
}

/// <summary>Something that never stands between a device and memory on a platform.</summary>
/// <param name="Mode">What it is.</param>
/// <param name="IfOffered">Whether only devices that offer access through the platform never have it.</param>
/// <param name="Reason">Why, and where that can be read.</param>
public sealed record MissingMode(PlatformMode Mode, bool IfOffered, string Reason);

/// <summary>The table of decisions, and the platforms it is read for.</summary>
/// <remarks>
/// Source: virtio 1.2, 6 (VIRTIO_F_ACCESS_PLATFORM); the driver hands out bus addresses if the feature is accepted, and
/// a device with the feature takes them so.
/// </remarks>
public static class PlatformDecisions
{
    /// <summary>The rows, those of the negotiation first.</summary>
    public static IReadOnlyList<PlatformDecision> All { get; } =
    [
        new("G1", "offered, not accepted",
            "any",
            "features are refused: the driver gives up", ["VIRTIO-NEG-02"]),
        new("G2", "accepted, not offered",
            "any",
            "features are refused", ["VIRTIO-NEG-01"]),
        new("G5", "offered by a legacy or transitional PCI device",
            "any",
            "there is no such device: it is refused when it is made", ["VIRTIO-ADR-02"]),
        new("G6", "a legacy interface of memory-mapped I/O, offered where its driver cannot see it",
            "physical",
            "works: nothing is translated there", ["VIRTIO-USE-02"]),
        new("1", "no tables, or pages mapped to themselves",
            "physical",
            "works", ["VIRTIO-USE-02"]),
        new("2", "no tables, or pages mapped to themselves",
            "bus, the same as physical",
            "works", ["VIRTIO-USE-02"]),
        new("3", "no tables; the driver's bus addresses differ: bounced or Xen's",
            "bus",
            "works: they are physical for the device", ["VIRTIO-ADR-02"]),
        new("4", "as 3, a driver that does not know",
            "physical",
            "reaches memory of others", ["VIRTIO-CON-01"]),
        new("5", "translating, agreed",
            "bus",
            "works", ["VIRTIO-ADR-01", "VIRTIO-USE-02"]),
        new("6", "translating, agreed",
            "physical",
            "blocked and recorded: a physical address is seen; or memory of others is reached",
            ["VIRTIO-CON-02", "VIRTIO-FLT-01", "VIRTIO-FLT-02"]),
        new("7", "translating, not agreed",
            "bus",
            "the address is taken for a physical one: nothing happens, or memory of others is reached",
            ["VIRTIO-ADR-02"]),
        new("8", "translating, not agreed",
            "physical",
            "works, and isolates nothing", ["VIRTIO-ADR-02"]),
        new("9", "as 8, given to user space or a guest",
            "bus",
            "nothing happens; a hostile user reaches all memory", ["VIRTIO-ADR-02"]),
        new("10", "translating, agreed, but the bus of the device is kept out",
            "physical",
            "works", ["VIRTIO-USE-02"]),
        new("12", "translating, agreed, page absent or without the right",
            "bus",
            "blocked, recorded, not told as written",
            ["VIRTIO-CON-02", "VIRTIO-CON-03", "VIRTIO-FLT-01", "VIRTIO-USE-01"]),
        new("13", "tables turned off while the device runs",
            "bus",
            "as 7", ["VIRTIO-ADR-02"]),
        new("15", "no bus master",
            "any",
            "nothing is accessed", ["VIRTIO-BUS-01"]),
    ];

    /// <summary>The platforms, sorted by name.</summary>
    public static IReadOnlyList<VirtioPlatform> Platforms { get; } =
    [
        new("card", "a physical card", "accepted",
            "always: the hardware does"),
        new("ccw", "channel I/O", "accepted",
            "never"),
        new("confidential", "a guest with restricted memory", "accepted, or the driver gives up",
            "offered, by the IOMMU of the board"),
        new("mmio", "memory-mapped I/O", "accepted",
            "never"),
        new("nested", "a guest in a guest", "what the innermost driver accepted",
            "every level of them"),
        new("pseries", "a POWER guest", "accepted",
            "offered, by its TCE tables")
        {
            Missing =
            [
                new(PlatformMode.None, IfOffered: false, NoWindow),
                new(PlatformMode.Off, IfOffered: false, NoWindow),
                new(PlatformMode.PassThrough, IfOffered: false,
                    "Linux arch/powerpc/platforms/pseries/iommu.c, enable_ddw: what maps all memory is a window too"),
            ],
        },
        new("q35", "a PC with PCI Express", "accepted",
            "offered, unless the bus is kept out of the IOMMU"),
        new("smmuv3", "an Arm board with an SMMUv3", "accepted",
            "offered"),
        new("sparc64", "a SPARC machine, which offers by default", "accepted",
            "offered"),
        new("xen", "a guest on Xen", "always",
            "offered"),
        new("zpci", "a PCI function of s390", "accepted",
            "offered, by the tables that are registered for the function")
        {
            Missing =
            [
                new(PlatformMode.None, IfOffered: false,
                    "Linux drivers/iommu/s390-iommu.c: tables are registered for a function, or it accesses nothing"),
                new(PlatformMode.Off, IfOffered: true,
                    "Linux drivers/iommu/s390-iommu.c, blocking_domain_attach_device: no tables, no accesses"),
            ],
        },
    ];

    private const string NoWindow =
        "Linux arch/powerpc/platforms/pseries/iommu.c, ibm,dma-window: a bridge's window has a table, full or empty";

    /// <summary>The platform with a name.</summary>
    /// <param name="name">The name, one of those of <see cref="Platforms"/>.</param>
    /// <returns>The platform.</returns>
    public static VirtioPlatform Platform(string name) => Platforms.Single(platform => platform.Name == name);
}
