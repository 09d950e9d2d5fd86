namespace IoSpec.Contracts.Migration;

/// <summary>What an implementation of the area <c>migration</c> must do: the catalogue, in our own words.</summary>
public static class MigrationRequirements
{
    /// <summary>The id of the area.</summary>
    public const string Area = "migration";

    /// <summary>A change of state that the state machine has is done.</summary>
    public static Requirement Arc01 { get; } = new()
    {
        Id = "MIGRATION-ARC-01",
        Statement = "A change of state that the state machine has is done.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>ERROR, a state that was not offered and a number that is no state cannot be asked for.</summary>
    public static Requirement Ref01 { get; } = new()
    {
        Id = "MIGRATION-REF-01",
        Statement = "ERROR, a state that was not offered and a number that is no state cannot be asked for.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>A change that is refused leaves the state as it was.</summary>
    public static Requirement Ref02 { get; } = new()
    {
        Id = "MIGRATION-REF-02",
        Statement = "A change that is refused leaves the state as it was.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state; Linux " +
            "drivers/vfio/vfio_main.c vfio_mig_get_next_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>The changes from STOP_COPY to PRE_COPY and PRE_COPY_P2P are refused.</summary>
    public static Requirement Blk01 { get; } = new()
    {
        Id = "MIGRATION-BLK-01",
        Statement = "The changes from STOP_COPY to PRE_COPY and PRE_COPY_P2P are refused.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, STOP_COPY -> PRE_COPY",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>When a change returns the device is in the state that was asked for.</summary>
    public static Requirement Get01 { get; } = new()
    {
        Id = "MIGRATION-GET-01",
        Statement = "When a change returns the device is in the state that was asked for.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_device_feature_mig_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>After a change that failed the device is in a state on the path, or in ERROR.</summary>
    public static Requirement Fai01 { get; } = new()
    {
        Id = "MIGRATION-FAI-01",
        Statement = "After a change that failed the device is in a state on the path, or in ERROR.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_device_feature_mig_state; Linux " +
            "include/uapi/linux/vfio.h, enum vfio_device_mig_state, any -> ERROR",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>In ERROR every change is refused.</summary>
    public static Requirement Err01 { get; } = new()
    {
        Id = "MIGRATION-ERR-01",
        Statement = "In ERROR every change is refused.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, any -> ERROR",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Medium,
    };

    /// <summary>The state changes only when a change or a reset is asked for.</summary>
    public static Requirement Asy01 { get; } = new()
    {
        Id = "MIGRATION-ASY-01",
        Statement = "The state changes only when a change or a reset is asked for.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_device_feature_mig_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>After a reset the device is in RUNNING.</summary>
    public static Requirement Rst01 { get; } = new()
    {
        Id = "MIGRATION-RST-01",
        Statement = "After a reset the device is in RUNNING.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, any -> ERROR; Linux " +
            "include/uapi/linux/vfio.h, struct vfio_device_feature_mig_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A device in ERROR or in any other state can be reset.</summary>
    public static Requirement Rst02 { get; } = new()
    {
        Id = "MIGRATION-RST-02",
        Statement = "A device in ERROR or in any other state can be reset.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, any -> ERROR; Linux 5.8 " +
            "include/uapi/linux/vfio.h, struct vfio_device_migration_info, device_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A reset ends the session.</summary>
    public static Requirement Rst03 { get; } = new()
    {
        Id = "MIGRATION-RST-03",
        Statement = "A reset ends the session.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state; Linux " +
            "drivers/vfio/pci/pds/vfio_dev.c pds_vfio_reset",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>A change that begins a transfer opens a session.</summary>
    public static Requirement Ses01 { get; } = new()
    {
        Id = "MIGRATION-SES-01",
        Statement = "A change that begins a transfer opens a session.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_device_feature_mig_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A change that begins no transfer opens no session.</summary>
    public static Requirement Ses02 { get; } = new()
    {
        Id = "MIGRATION-SES-02",
        Statement = "A change that begins no transfer opens no session.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_device_feature_mig_state; Linux " +
            "include/uapi/linux/vfio.h, enum vfio_device_mig_state, saving group",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>Changes between the saving states keep the session.</summary>
    public static Requirement Ses03 { get; } = new()
    {
        Id = "MIGRATION-SES-03",
        Statement = "Changes between the saving states keep the session.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, saving group",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A session that a change of state has ended gives and takes no data.</summary>
    public static Requirement Ses04 { get; } = new()
    {
        Id = "MIGRATION-SES-04",
        Statement = "A session that a change of state has ended gives and takes no data.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state; Linux " +
            "drivers/vfio/pci/mlx5/main.c mlx5vf_disable_fd",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>In a saving state the session can be read.</summary>
    public static Requirement Str01 { get; } = new()
    {
        Id = "MIGRATION-STR-01",
        Statement = "In a saving state the session can be read.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>No more is read or taken than was asked for.</summary>
    public static Requirement Str02 { get; } = new()
    {
        Id = "MIGRATION-STR-02",
        Statement = "No more is read or taken than was asked for.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state; POSIX read and write",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>Once the stream has ended in STOP_COPY every read says so.</summary>
    public static Requirement End01 { get; } = new()
    {
        Id = "MIGRATION-END-01",
        Statement = "Once the stream has ended in STOP_COPY every read says so.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_precopy_info",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>In STOP_COPY no read says that there may be more later.</summary>
    public static Requirement End02 { get; } = new()
    {
        Id = "MIGRATION-END-02",
        Statement = "In STOP_COPY no read says that there may be more later.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_precopy_info",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>The stream ends in STOP_COPY.</summary>
    public static Requirement End03 { get; } = new()
    {
        Id = "MIGRATION-END-03",
        Statement = "The stream ends in STOP_COPY.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, PRE_COPY_P2P -> STOP_COPY",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>Before STOP_COPY a read that finds nothing says that there may be more later.</summary>
    public static Requirement End04 { get; } = new()
    {
        Id = "MIGRATION-END-04",
        Statement = "Before STOP_COPY a read that finds nothing says that there may be more later.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_precopy_info",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Function,
        Severity = Severity.Low,
    };

    /// <summary>In the PRE_COPY states the session says what is left.</summary>
    public static Requirement Inf01 { get; } = new()
    {
        Id = "MIGRATION-INF-01",
        Statement = "In the PRE_COPY states the session says what is left.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_precopy_info",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>Outside the PRE_COPY states no session says what is left.</summary>
    public static Requirement Inf02 { get; } = new()
    {
        Id = "MIGRATION-INF-02",
        Statement = "Outside the PRE_COPY states no session says what is left.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_precopy_info",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Function,
        Severity = Severity.Low,
    };

    /// <summary>Before the first read some initial data is left.</summary>
    public static Requirement Inf03 { get; } = new()
    {
        Id = "MIGRATION-INF-03",
        Statement = "Before the first read some initial data is left.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_precopy_info",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Function,
        Severity = Severity.Low,
    };

    /// <summary>The initial data becomes less, and never more.</summary>
    public static Requirement Inf04 { get; } = new()
    {
        Id = "MIGRATION-INF-04",
        Statement = "The initial data becomes less, and never more.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_precopy_info",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Function,
        Severity = Severity.Low,
    };

    /// <summary>Reading finds nothing exactly when nothing was said to be left.</summary>
    public static Requirement Inf05 { get; } = new()
    {
        Id = "MIGRATION-INF-05",
        Statement = "Reading finds nothing exactly when nothing was said to be left.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_precopy_info",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Function,
        Severity = Severity.Low,
    };

    /// <summary>A complete stream that nobody has altered is loaded.</summary>
    public static Requirement Res01 { get; } = new()
    {
        Id = "MIGRATION-RES-01",
        Statement = "A complete stream that nobody has altered is loaded.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, RESUMING -> STOP",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>In RESUMING a stream is taken in pieces of any size.</summary>
    public static Requirement Res02 { get; } = new()
    {
        Id = "MIGRATION-RES-02",
        Statement = "In RESUMING a stream is taken in pieces of any size.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_device_feature_mig_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A device that has loaded a stream has the state that was saved.</summary>
    public static Requirement Res03 { get; } = new()
    {
        Id = "MIGRATION-RES-03",
        Statement = "A device that has loaded a stream has the state that was saved.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, STOP_COPY, RESUMING -> STOP",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A stream that is incomplete is not loaded.</summary>
    public static Requirement Res04 { get; } = new()
    {
        Id = "MIGRATION-RES-04",
        Statement = "A stream that is incomplete is not loaded.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, RESUMING -> STOP",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>A stream that was altered is not loaded where the device can tell.</summary>
    public static Requirement Res05 { get; } = new()
    {
        Id = "MIGRATION-RES-05",
        Statement = "A stream that was altered is not loaded where the device can tell.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, RESUMING -> STOP",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>In STOP, STOP_COPY and RESUMING a device begins no DMA.</summary>
    public static Requirement Act01 { get; } = new()
    {
        Id = "MIGRATION-ACT-01",
        Statement = "In STOP, STOP_COPY and RESUMING a device begins no DMA.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, RUNNING_P2P -> STOP; Linux 5.8 " +
            "include/uapi/linux/vfio.h, struct vfio_device_migration_info, device_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>In STOP, STOP_COPY and RESUMING a device raises no interrupt.</summary>
    public static Requirement Act02 { get; } = new()
    {
        Id = "MIGRATION-ACT-02",
        Statement = "In STOP, STOP_COPY and RESUMING a device raises no interrupt.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, RUNNING_P2P -> STOP; Linux 5.8 " +
            "include/uapi/linux/vfio.h, struct vfio_device_migration_info, device_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>In the P2P states a device begins no DMA to peers, and none at all if it cannot tell.</summary>
    public static Requirement Act03 { get; } = new()
    {
        Id = "MIGRATION-ACT-03",
        Statement = "In the P2P states a device begins no DMA to peers, and none at all if it cannot tell.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, peer to peer (P2P) quiescent state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>In RUNNING and PRE_COPY a device does its work.</summary>
    public static Requirement Act04 { get; } = new()
    {
        Id = "MIGRATION-ACT-04",
        Statement = "In RUNNING and PRE_COPY a device does its work.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, PRE_COPY -> RUNNING",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>In RUNNING and PRE_COPY a register holds what was written to it.</summary>
    public static Requirement Mio01 { get; } = new()
    {
        Id = "MIGRATION-MIO-01",
        Statement = "In RUNNING and PRE_COPY a register holds what was written to it.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, PRE_COPY -> RUNNING",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>In the P2P states a device takes what its peers write.</summary>
    public static Requirement Mio02 { get; } = new()
    {
        Id = "MIGRATION-MIO-02",
        Statement = "In the P2P states a device takes what its peers write.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, peer to peer (P2P) quiescent state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>Changes of state that load nothing keep the internal state.</summary>
    public static Requirement Kep01 { get; } = new()
    {
        Id = "MIGRATION-KEP-01",
        Statement = "Changes of state that load nothing keep the internal state.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, RUNNING_P2P -> STOP",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>The configuration space is accessible in every state but ERROR.</summary>
    public static Requirement Cfg01 { get; } = new()
    {
        Id = "MIGRATION-CFG-01",
        Statement = "The configuration space is accessible in every state but ERROR.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, RUNNING_P2P -> STOP",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>Interrupt vectors can be set in every state but ERROR.</summary>
    public static Requirement Cfg02 { get; } = new()
    {
        Id = "MIGRATION-CFG-02",
        Statement = "Interrupt vectors can be set in every state but ERROR.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, RUNNING_P2P -> STOP",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>An interrupt arrives where the user has said, whatever was loaded since.</summary>
    public static Requirement Cfg03 { get; } = new()
    {
        Id = "MIGRATION-CFG-03",
        Statement = "An interrupt arrives where the user has said, whatever was loaded since.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state; Linux " +
            "drivers/vfio/pci/vfio_pci_intrs.c; QEMU hw/vfio/pci.c vfio_pci_load_config",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>What is loaded does not change the configuration space.</summary>
    public static Requirement Cfg04 { get; } = new()
    {
        Id = "MIGRATION-CFG-04",
        Statement = "What is loaded does not change the configuration space.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state; Linux " +
            "drivers/vfio/pci/vfio_pci_config.c; QEMU hw/vfio/pci.c vfio_pci_load_config",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>The size of the stream is estimated in every state.</summary>
    public static Requirement Siz01 { get; } = new()
    {
        Id = "MIGRATION-SIZ-01",
        Statement = "The size of the stream is estimated in every state.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_device_feature_mig_data_size",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Low,
    };

    /// <summary>While a device of a group stands still no other one can write it, where all have P2P states.</summary>
    public static Requirement Orc01 { get; } = new()
    {
        Id = "MIGRATION-ORC-01",
        Statement = "While a device of a group stands still no other one can write it, where all have P2P states.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, peer to peer (P2P) quiescent state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A device is asked only for states that it has and can go to.</summary>
    public static Requirement Orc02 { get; } = new()
    {
        Id = "MIGRATION-ORC-02",
        Statement = "A device is asked only for states that it has and can go to.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>The log of memory is read after the last device has stopped, and closed only then.</summary>
    public static Requirement Orc03 { get; } = new()
    {
        Id = "MIGRATION-ORC-03",
        Statement = "The log of memory is read after the last device has stopped, and closed only then.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state; Linux " +
            "include/uapi/linux/vfio.h, VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT; QEMU " +
            "docs/devel/migration/vfio.rst",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>Where interrupts are to arrive is said before RESUMING is left.</summary>
    public static Requirement Orc04 { get; } = new()
    {
        Id = "MIGRATION-ORC-04",
        Statement = "Where interrupts are to arrive is said before RESUMING is left.",
        Source = "QEMU hw/vfio/pci.c vfio_pci_load_config; QEMU hw/vfio/migration.c, priority of device state",
        Basis = Basis.Code,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A stream is read, and written, to its end before the state of the transfer is left.</summary>
    public static Requirement Orc05 { get; } = new()
    {
        Id = "MIGRATION-ORC-05",
        Statement = "A stream is read, and written, to its end before the state of the transfer is left.",
        Source = "Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state, PRE_COPY_P2P -> STOP_COPY, " +
            "RESUMING -> STOP",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A device whose change failed is reset, or asked for a state again.</summary>
    public static Requirement Orc06 { get; } = new()
    {
        Id = "MIGRATION-ORC-06",
        Statement = "A device whose change failed is reset, or asked for a state again.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_device_feature_mig_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>What is said to be reached is reached, for every device.</summary>
    public static Requirement Orc07 { get; } = new()
    {
        Id = "MIGRATION-ORC-07",
        Statement = "What is said to be reached is reached, for every device.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_device_feature_mig_state; QEMU " +
            "docs/devel/migration/vfio.rst",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The changes that the diagram of the first version has are done.</summary>
    public static Requirement Bit01 { get; } = new()
    {
        Id = "MIGRATION-BIT-01",
        Statement = "The changes that the diagram of the first version has are done.",
        Source = "Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info, device_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>A change between any two legal words of the first version is done.</summary>
    public static Requirement Bit02 { get; } = new()
    {
        Id = "MIGRATION-BIT-02",
        Statement = "A change between any two legal words of the first version is done.",
        Source = "Linux kvm list, December 2021, RFC of the uapi of migration, device_state",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Function,
        Severity = Severity.Low,
    };

    /// <summary>A word of the first version that is no state is refused.</summary>
    public static Requirement Bit03 { get; } = new()
    {
        Id = "MIGRATION-BIT-03",
        Statement = "A word of the first version that is no state is refused.",
        Source = "Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info, VFIO_DEVICE_STATE_VALID",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>After a change of the first version that failed the word is what it was, or that of an error.</summary>
    public static Requirement Bit04 { get; } = new()
    {
        Id = "MIGRATION-BIT-04",
        Statement = "After a change of the first version that failed the word is what it was, or that of an error.",
        Source = "Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info, device_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>The word of an error is left by a reset only.</summary>
    public static Requirement Bit05 { get; } = new()
    {
        Id = "MIGRATION-BIT-05",
        Statement = "The word of an error is left by a reset only.",
        Source = "Linux kvm list, December 2021, RFC of the uapi of migration, device_state",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>A device of the first version that was reset runs.</summary>
    public static Requirement Bit06 { get; } = new()
    {
        Id = "MIGRATION-BIT-06",
        Statement = "A device of the first version that was reset runs.",
        Source = "Linux kvm list, December 2021, RFC of the uapi of migration, device_state",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>When a change of the first version returns the word is the one that was written.</summary>
    public static Requirement Bit07 { get; } = new()
    {
        Id = "MIGRATION-BIT-07",
        Statement = "When a change of the first version returns the word is the one that was written.",
        Source = "Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info, device_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>To read pending_bytes again, of a device that stands still, takes nothing of what is left.</summary>
    public static Requirement Win01 { get; } = new()
    {
        Id = "MIGRATION-WIN-01",
        Statement = "To read pending_bytes again, of a device that stands still, takes nothing of what is left.",
        Source = "Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info, pending_bytes",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Medium,
    };

    /// <summary>The segment that data_offset and data_size name lies in the region, behind its fields.</summary>
    public static Requirement Win02 { get; } = new()
    {
        Id = "MIGRATION-WIN-02",
        Statement = "The segment that data_offset and data_size name lies in the region, behind its fields.",
        Source = "Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info, data_offset, data_size",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>A device that stands still streams no more bytes than it can have, and nothing after the end.</summary>
    public static Requirement Win03 { get; } = new()
    {
        Id = "MIGRATION-WIN-03",
        Statement = "A device that stands still streams no more bytes than it can have, and nothing after the end.",
        Source = "Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info, pending_bytes",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The reserved field reads zero, whatever is written to it.</summary>
    public static Requirement Win04 { get; } = new()
    {
        Id = "MIGRATION-WIN-04",
        Statement = "The reserved field reads zero, whatever is written to it.",
        Source = "Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info, reserved",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.Low,
    };

    /// <summary>Segments that are written as they were read bring the internal state back.</summary>
    public static Requirement Win05 { get; } = new()
    {
        Id = "MIGRATION-WIN-05",
        Statement = "Segments that are written as they were read bring the internal state back.",
        Source = "Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info, data_size",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>A device that has taken all segments as they were read leaves RESUMING.</summary>
    public static Requirement Win06 { get; } = new()
    {
        Id = "MIGRATION-WIN-06",
        Statement = "A device that has taken all segments as they were read leaves RESUMING.",
        Source = "Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info, device_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>Until pending_bytes is read, data_offset and data_size name the same segment.</summary>
    public static Requirement Win07 { get; } = new()
    {
        Id = "MIGRATION-WIN-07",
        Statement = "Until pending_bytes is read, data_offset and data_size name the same segment.",
        Source = "Linux 5.8 include/uapi/linux/vfio.h, struct vfio_device_migration_info, data_offset, data_size; " +
            "Linux kvm list, December 2021, RFC of the uapi of migration",
        Basis = Basis.Text,
        Level = Level.Should,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };

    /// <summary>A device that runs with NDMA begins no DMA.</summary>
    public static Requirement Ndm01 { get; } = new()
    {
        Id = "MIGRATION-NDM-01",
        Statement = "A device that runs with NDMA begins no DMA.",
        Source = "Linux kvm list, November and December 2021, both drafts of the uapi of migration, NDMA",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Safety,
        Severity = Severity.Critical,
    };

    /// <summary>What the device declares it can do, it does.</summary>
    public static Requirement Cap01 { get; } = new()
    {
        Id = "MIGRATION-CAP-01",
        Statement = "What the device declares it can do, it does.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_device_feature_migration",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The device answers every operation, with an answer to that operation, and stays alive.</summary>
    public static Requirement Live01 { get; } = new()
    {
        Id = "MIGRATION-LIVE-01",
        Statement = "The device answers every operation, with an answer to that operation, and stays alive.",
        Source = "Linux include/uapi/linux/vfio.h, struct vfio_device_feature_mig_state",
        Basis = Basis.Text,
        Level = Level.Must,
        Axis = Axis.Function,
        Severity = Severity.High,
    };

    /// <summary>The table, in the order of the catalogue.</summary>
    public static RequirementTable Table { get; } = new(
        Area,
        Arc01, Ref01, Ref02, Blk01, Get01, Fai01, Err01, Asy01, Rst01, Rst02, Rst03, Ses01, Ses02, Ses03,
        Ses04, Str01, Str02, End01, End02, End03, End04, Inf01, Inf02, Inf03, Inf04, Inf05, Res01, Res02,
        Res03, Res04, Res05, Act01, Act02, Act03, Act04, Mio01, Mio02, Kep01, Cfg01, Cfg02, Cfg03, Cfg04,
        Siz01, Orc01, Orc02, Orc03, Orc04, Orc05, Orc06, Orc07, Bit01, Bit02, Bit03, Bit04,
        Bit05, Bit06, Bit07, Win01, Win02, Win03, Win04, Win05, Win06, Win07, Ndm01, Cap01, Live01);
}
