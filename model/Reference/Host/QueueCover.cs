using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Host;

/// <summary>Notes what emulated devices do with their queues.</summary>
internal static class QueueCover
{
    public static void Ran(
        HostState state, GuestState guest, DeviceState device, VirtioObservation.Ran seen, ref Verdicts verdicts)
    {
        if (seen.Faults is { Count: > 0 }) verdicts.Cover(HostCoverpoints.QueueBlocked);
        if (seen.Used.Count == 0) return;
        verdicts.Cover(HostCoverpoints.Queue);
        if (device.Queue!.Configuration.Device == VirtioDevice.Disk)
        {
            verdicts.Cover(HostCoverpoints.QueueDisk);
            if (state.IsTranslated(device)) verdicts.Cover(HostCoverpoints.QueueDiskTranslated);
        }

        if (device.IsInner) verdicts.Cover(HostCoverpoints.QueueInner);
        if (state.IsTranslated(device)) verdicts.Cover(HostCoverpoints.QueueTranslated);
        else if (guest.Iommu is not null) verdicts.Cover(HostCoverpoints.QueueBypass);
        if (guest.Layer is not null && state.IsTranslated(device) && !device.IsInner)
            verdicts.Cover(HostCoverpoints.QueueBehindLayer);
        if (guest.IsMigrating) verdicts.Cover(HostCoverpoints.QueueWhileMigrating);
        if (guest.Moves > device.QueueMoves) verdicts.Cover(HostCoverpoints.QueueAfterMove);
    }
}
