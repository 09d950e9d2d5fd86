using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Host;

/// <summary>How accesses go through a host: the guest's IOMMU, what holds guests apart, memory, the tracker.</summary>
internal static class PlayedTransfer
{
    public static Observation Kick(PlayedHost host, HostOperation.Kick kick) =>
        host.Device(kick.Device).Buffer is { } at
            ? Access(host, new HostOperation.Dma(kick.Device, DmaKind.Write, at, Buffer.Length), isBuffer: true)
            : new HostObservation.Moved([]);

    public static Observation Access(PlayedHost host, HostOperation.Dma dma, bool isBuffer)
    {
        var device = host.Device(dma.Device);
        var translates = device.Owner?.Iommu is not null && host.Rules.Translates(device.Kind);
        var work = Work(host, device);
        var begins = device.IsMaster && (work & (DeviceWork.Memory | DeviceWork.Peer)) != 0;
        var first = translates && begins
            ? device.Owner!.Iommu!.Apply(TransferAnswer.Translated(dma)) as IommuObservation.Transferred
            : null;
        var pieces = new List<HostPiece>();
        for (var offset = default(ByteCount); offset.Value < dma.Length.Value;)
        {
            var length = Pieces.LengthAt(dma.At, dma.Length, offset);
            Gpa? gpa = !translates ? new Gpa(dma.At.Plus(offset.Value).Value)
                : first?.Pieces[pieces.Count] is { Outcome: PieceOutcome.Landed } piece ? piece.At
                : null;
            var goes = begins && gpa is { } to && (work & Needed(device, to)) != 0;
            var at = goes ? Reach(host, device, dma.Kind, gpa!.Value, length) : null;
            pieces.Add(new HostPiece(offset, length, at));
            if (at is { } reached && dma.Kind == DmaKind.Write)
                Wrote(host, device, isBuffer, gpa!.Value, dma.At.Plus(offset.Value), reached, length);
            offset = new ByteCount(offset.Value + length.Value);
        }

        return new HostObservation.Moved([.. pieces]);
    }

    public static Observation Store(PlayedHost host, HostOperation.Store store)
    {
        var guest = host.Guest(store.Guest);
        var first = HostLayout.PageOf(store.At, guest.Shape.Pages);
        var last = HostLayout.PageOf(store.At.Plus(store.Length.Value - 1), guest.Shape.Pages);
        for (var page = first; page <= last; page++)
        {
            if (host.Rules.StoresHere(guest.IsMigrating)) host.Set(PlayedHost.Frame(guest, page), host.Step);
            else guest.Staged[page] = host.Step;
        }

        if (host.Rules.Marks(new HostWrite(null, false, WriteCause.Own, guest.Moves, false, false, store.At)))
            guest.Tracker.Apply(Tracking.Write(host.Processor, store.At, store.Length));
        return HostObservation.Done.Instance;
    }

    public static Observation Peek(PlayedHost host, HostOperation.Peek peek)
    {
        var at = host.Behind(host.Guest(peek.Guest), peek.At);
        var writer = at is { } page ? host.Writer(page) : -1;
        return new HostObservation.Content(writer < 0 ? null : new Held(writer));
    }

    /// <summary>Whether a device may use memory, and does so.</summary>
    public static bool UsesMemory(PlayedHost host, PlayedDevice device) =>
        device.IsMaster && (Work(host, device) & DeviceWork.Memory) != 0;

    private static DeviceWork Work(PlayedHost host, PlayedDevice device)
    {
        if (device.Function is { } function)
            return device.Owner is { } guest ? host.Rules.Works(guest, function.Work) : function.Work;
        var stands = device.Owner is { IsStopped: true } && host.Rules.StandsStill(device.Kind);
        return stands ? DeviceWork.None : FunctionWords.AllWork;
    }

    // Memory has no place among the BARs.
    private static DeviceWork Needed(PlayedDevice device, Gpa at) =>
        device.Owner is { } guest && HostLayout.PageOf(at, guest.Shape.Pages) >= 0
            ? DeviceWork.Memory
            : DeviceWork.Peer;

    // For an emulated device the host itself looks up its guest's memory.
    private static Hpa? Reach(PlayedHost host, PlayedDevice device, DmaKind kind, Gpa at, ByteCount length)
    {
        if (device.IsAssigned) return host.Stage.Reach(device.Id, kind, at, length);
        if (device.Owner is not { } guest) return null;
        var isKept = host.Rules.Restricts(guest.Moves, isEmulated: true) && !SharedMemory.Has(guest.Shape, at);
        return isKept ? null : host.Behind(guest, at);
    }

    private static void Wrote(
        PlayedHost host, PlayedDevice device, bool isBuffer, Gpa gpa, Iova used, Hpa at, ByteCount length)
    {
        var owner = device.Owner;
        if (HostLayout.BarPageOf(at) is null || owner is null
            || host.Rules.HearsPeers(owner.IsMigrating)) host.Set(at, host.Step);
        if (owner is not { } guest || HostLayout.PageOf(gpa, guest.Shape.Pages) < 0) return;
        var isLate = device is { IsTranslated: true, IsInner: false } && guest.Layer?.IsMapped(used) == false;
        var cause = isBuffer ? WriteCause.Buffer : WriteCause.Own;
        var write = new HostWrite(device.Kind, device.IsInner, cause, guest.Moves, guest.IsStopped, isLate, gpa);
        var marked = host.Rules.Marked(gpa, used);
        if (host.Rules.Marks(write)) guest.Tracker.Apply(Tracking.Write(HostPart.Writer(device.Id), marked, length));
    }
}
