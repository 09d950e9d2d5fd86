using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Host;

/// <summary>How queues of emulated devices are driven, and how what the devices write gets to memory.</summary>
internal static class PlayedQueues
{
    public static Observation Do(PlayedHost host, HostOperation.Drive drive)
    {
        var device = host.Device(drive.Device);
        var (guest, queue) = (device.Owner!, device.Queue!);
        if (queue.Do(drive.Does) is not VirtioObservation seen)
            return new Unsupported("no answer of an emulated device");
        for (var page = 0; page < QueueWindow.Written(drive.Does); page++) Store(host, guest, page);
        if (seen is not VirtioObservation.Ran ran) return new HostObservation.Driven(seen, []);
        var pieces = new List<HostPiece>();
        var (ring, buffers) = (queue.Ring, QueueWindow.Written(guest.Shape, ran, null).Count());
        foreach (var (at, length) in QueueWindow.Written(guest.Shape, ran, ring))
            pieces.Add(Wrote(host, device, at, length, isRing: pieces.Count >= buffers));
        return new HostObservation.Driven(ran, [.. pieces]);
    }

    /// <summary>The devices of a guest are told what its IOMMU does for their queues.</summary>
    public static void Tell(PlayedHost host, PlayedGuest guest)
    {
        if (!host.Rules.TellsQueue(guest)) return;
        foreach (var device in host.Devices)
        {
            if (device.Owner == guest && device.IsTranslated)
                device.Queue?.Tell(guest.QueueEntries(device.IsInner && host.Rules.TellsInner));
        }
    }

    /// <summary>A guest has changed what its IOMMU does: the pages of queues among it are noted.</summary>
    public static void Note(PlayedHost host, PlayedGuest guest, HostOperation operation)
    {
        switch (operation)
        {
            case HostOperation.Map map:
                for (var i = 0ul; i < map.Pages.Value; i++)
                {
                    var to = QueueWindow.PageOf(guest.Shape, map.To.Plus(i * Page.Bytes));
                    Set(guest, map.Inner, map.At.Plus(i * Page.Bytes), new QueueEntry(to, map.Allowed));
                }

                break;
            case HostOperation.Unmap unmap:
                for (var i = 0ul; i < unmap.Pages.Value; i++)
                    Set(guest, unmap.Inner, unmap.At.Plus(i * Page.Bytes), QueueEntry.None);
                break;
            default: break;
        }

        Tell(host, guest);
    }

    /// <summary>A guest's layer for DMA mappings has changed what the guest's IOMMU does.</summary>
    public static void Note(PlayedHost host, PlayedGuest guest, IommuOperation operation)
    {
        switch (operation)
        {
            case IommuOperation.Map map:
                for (var i = 0ul; i < map.Pages.Value; i++)
                {
                    var to = QueueWindow.PageOf(guest.Shape, map.To.Plus(i * Page.Bytes));
                    Set(guest, map.At.Plus(i * Page.Bytes), new QueueEntry(to, map.Allowed));
                }

                break;
            case IommuOperation.Unmap unmap:
                for (var i = 0ul; i < unmap.Pages.Value; i++)
                    Set(guest, unmap.At.Plus(i * Page.Bytes), QueueEntry.None);
                break;
            default: return;
        }

        Tell(host, guest);
    }

    private static void Set(PlayedGuest guest, Iova at, QueueEntry entry)
    {
        var page = HostLayout.Within(at.Value, HostLayout.Aperture.Value, HostLayout.AperturePages);
        if (page >= 0) guest.QueueEntries(inner: false)[page] = entry;
    }

    private static void Set(PlayedGuest guest, bool inner, Iova at, QueueEntry entry)
    {
        if (VirtioLayout.PageOf(at.Value) is >= 0 and var page) guest.QueueEntries(inner)[page] = entry;
    }

    private static void Store(PlayedHost host, PlayedGuest guest, int page)
    {
        var at = QueueWindow.At(guest.Shape, new Gpa(VirtioLayout.AddressOf(page)));
        host.Set(host.Behind(guest, at)!.Value, host.Step);
        guest.Tracker.Apply(Tracking.Write(host.Processor, at, new ByteCount(1)));
    }

    private static HostPiece Wrote(PlayedHost host, PlayedDevice device, Gpa at, ByteCount length, bool isRing)
    {
        var guest = device.Owner!;
        var cause = isRing ? WriteCause.Ring : WriteCause.QueueBuffer;
        Hpa? reached = host.Behind(guest, at) is { } behind ? host.Rules.Reached(cause, guest, behind) : null;
        if (reached is { } frame) host.Set(frame, host.Step);
        var write = new HostWrite(device.Kind, device.IsInner, cause, guest.Moves, false, false, at);
        if (host.Rules.Marks(write)) guest.Tracker.Apply(Tracking.Write(HostPart.Writer(device.Id), at, length));
        return new HostPiece(default, length, reached);
    }
}
