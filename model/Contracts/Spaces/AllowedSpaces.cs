using static IoSpec.Contracts.AddressKind;
using static IoSpec.Contracts.Channel;
using static IoSpec.Contracts.Observer;

namespace IoSpec.Contracts;

/// <summary>Which addresses an observer may see in a channel; every other address there is a leak.</summary>
/// <remarks>Levels are those of the one-guest case; an observer in a deeper guest counts from its own level.</remarks>
public static class AllowedSpaces
{
    private static readonly AllowedSpace[] Rows =
    [
        new(GuestDriver, FaultRecord, 1, Bus,
            "A record names the address that the device asked for.",
            "VT-d, Fault Recording Registers, field FI; SMMUv3, event records, InputAddr"),
        new(GuestDriver, PageRequest, 1, Bus,
            "A page request carries the untranslated address.",
            "PCI Express Base, Page Request Message"),
        new(GuestDriver, Descriptor, 1, Bus,
            "The driver fills descriptors with what its mapping of the buffer returned.",
            "virtio, Reserved Feature Bits, VIRTIO_F_ACCESS_PLATFORM"),
        new(GuestDriver, Descriptor, 1, Physical,
            "Without the platform's translation a descriptor carries guest physical addresses.",
            "virtio, Reserved Feature Bits, VIRTIO_F_ACCESS_PLATFORM"),
        new(GuestDriver, UsedRing, 1, Bus,
            "What comes back is what was handed out.",
            "virtio, Packed Virtqueues; Split Virtqueues, The Virtqueue Used Ring"),
        new(GuestDriver, UsedRing, 1, Physical,
            "What comes back is what was handed out.",
            "virtio, Packed Virtqueues; Split Virtqueues, The Virtqueue Used Ring"),
        new(GuestDriver, ConfigSpace, 1, Physical,
            "Base addresses are where the guest finds the device's memory.",
            "PCI Express Base, Base Address Registers"),
        new(GuestDriver, InterruptMessage, 1, Bus,
            "The driver programs the message address that the guest's platform gave it.",
            "PCI Express Base, MSI and MSI-X Capability Structures"),
        new(Device, Descriptor, 1, Bus,
            "A device reads what the driver wrote.",
            "virtio, Reserved Feature Bits, VIRTIO_F_ACCESS_PLATFORM"),
        new(Device, Descriptor, 1, Physical,
            "Without the platform's translation a descriptor carries guest physical addresses.",
            "virtio, Reserved Feature Bits, VIRTIO_F_ACCESS_PLATFORM"),
        new(Device, InterruptMessage, 1, Bus,
            "A device sends its message to the address that the driver programmed.",
            "PCI Express Base, MSI and MSI-X Capability Structures"),
        new(Device, TranslationAnswer, 1, Physical,
            "A device that translates ahead is told the guest's physical address.",
            "PCI Express Base, Address Translation Services, Translation Completion"),
        new(VhostBackEnd, Descriptor, 1, Bus,
            "With an IOTLB the rings carry bus addresses.",
            "vhost-user, IOMMU support"),
        new(VhostBackEnd, Descriptor, 1, Physical,
            "Without an IOTLB the rings carry guest physical addresses.",
            "vhost-user, Memory access"),
        new(VhostBackEnd, IotlbMessage, 1, Bus,
            "A message is about a bus address.",
            "Linux include/uapi/linux/vhost_types.h, struct vhost_iotlb_msg, iova"),
        new(VhostBackEnd, IotlbMessage, 0, Virtual,
            "An update answers with an address of the monitor's process, by protocol.",
            "Linux include/uapi/linux/vhost_types.h, struct vhost_iotlb_msg, uaddr"),
        new(VhostBackEnd, MemoryTable, 1, Physical,
            "A region says where the guest sees it.",
            "vhost-user, Memory region description, guest address"),
        new(VhostBackEnd, MemoryTable, 0, Virtual,
            "A region says where the monitor sees it.",
            "vhost-user, Memory region description, user address"),
        new(VhostBackEnd, DirtyLog, 1, Physical,
            "A bit of the log stands for a page of guest physical memory.",
            "vhost-user, Migration"),
        new(HostMonitor, DirtyLog, 1, Physical,
            "A bit of the log stands for a page of guest physical memory.",
            "vhost-user, Migration"),
        new(HostMonitor, DirtyLog, 1, Bus,
            "Trackers of a device or of a translation report in its input addresses.",
            "Linux include/uapi/linux/vfio.h, VFIO_DEVICE_FEATURE_DMA_LOGGING_REPORT, iova"),
        new(HostMonitor, MigrationStream, 1, Physical,
            "A device's state holds what its guest programmed.",
            "Linux include/uapi/linux/vfio.h, VFIO_DEVICE_FEATURE_MIGRATION"),
        new(HostMonitor, MigrationStream, 1, Bus,
            "A device's state holds what its guest programmed.",
            "Linux include/uapi/linux/vfio.h, VFIO_DEVICE_FEATURE_MIGRATION"),
        new(HostKernel, FaultRecord, 1, Bus,
            "The owner of the second stage sees the address that the device asked for.",
            "RISC-V IOMMU, Fault/Event-Queue, iotval"),
        new(HostKernel, FaultRecord, 1, Physical,
            "A guest-page fault also names the guest physical address, never the host's.",
            "RISC-V IOMMU, Fault/Event-Queue, iotval2"),
    ];

    /// <summary>All that is allowed.</summary>
    public static IReadOnlyList<AllowedSpace> All => Rows;

    /// <summary>Whether an observer may see an address in a channel.</summary>
    /// <param name="observer">Who sees it.</param>
    /// <param name="channel">Through what.</param>
    /// <param name="kind">What the address is meant for.</param>
    /// <param name="level">Whose space it belongs to.</param>
    /// <returns>False if it is a leak.</returns>
    public static bool Permits(Observer observer, Channel channel, AddressKind kind, int level) => Array.Exists(
        Rows, r => r.Observer == observer && r.Channel == channel && r.Kind == kind && r.Level == level);
}
