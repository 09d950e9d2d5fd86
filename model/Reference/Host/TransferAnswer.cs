using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Migration;
using IoSpec.Reference.Iommu;
using IoSpec.Reference.Iommu.NotArchitectural;

namespace IoSpec.Reference.Host;

/// <summary>What becomes of an access: the guest's IOMMU translates, then the host holds the guests apart.</summary>
internal static class TransferAnswer
{
    public static HostObservation.Moved To(HostState state, HostOperation.Dma dma)
    {
        var device = state.Device(dma.Device);
        if (state.OwnerOf(device) is not { } guest || !device.IsMaster) return Through(dma, static (_, _) => null);
        var work = Work(guest, device);
        if ((work & (DeviceWork.Memory | DeviceWork.Peer)) == 0) return Through(dma, static (_, _) => null);
        if (!state.IsTranslated(device))
            return Through(dma, (at, _) => Reached(state, guest, work, new Gpa(at.Value)));
        var seen = (IommuObservation.Transferred)IommuAnswer.To(
            guest.Iommu!, IommuRules.Standard, VersionChoice.Now, Translated(dma));
        var pieces = seen.Pieces;
        return Through(dma, (_, index) => pieces[index] is { Outcome: PieceOutcome.Landed, At: var at }
            ? Reached(state, guest, work, at)
            : null);
    }

    /// <summary>Whether a device may use memory, and does so.</summary>
    public static bool UsesMemory(HostState state, DeviceState device) =>
        device.IsMaster && state.OwnerOf(device) is { } guest && (Work(guest, device) & DeviceWork.Memory) != 0;

    private static DeviceWork Work(GuestState guest, DeviceState device)
    {
        if (device.Function?.Model is not { } model)
            return guest.IsStopped ? DeviceWork.None : FunctionWords.AllWork;
        return model.Work & model.Rules.Permitted(model.Traits, model.State);
    }

    private static Hpa? Reached(HostState state, GuestState guest, DeviceWork work, Gpa at)
    {
        if (Backing.ForDevices(state, guest, at) is not { } host) return null;
        var needed = Backing.BarAt(state, guest, at) is null ? DeviceWork.Memory : DeviceWork.Peer;
        return (work & needed) != 0 ? host : null;
    }

    /// <summary>The access as a guest's IOMMU sees it.</summary>
    public static IommuOperation.Dma Translated(HostOperation.Dma dma) => new(
        HostPart.Requester(dma.Device), null, AddressType.Untranslated, dma.Kind, Privileged: false, dma.At,
        dma.Length);

    private static HostObservation.Moved Through(HostOperation.Dma dma, Func<Iova, int, Hpa?> reaches)
    {
        var pieces = new List<HostPiece>();
        for (var offset = default(ByteCount); offset.Value < dma.Length.Value;)
        {
            var length = Pieces.LengthAt(dma.At, dma.Length, offset);
            pieces.Add(new HostPiece(offset, length, reaches(dma.At.Plus(offset.Value), pieces.Count)));
            offset = new ByteCount(offset.Value + length.Value);
        }

        return new HostObservation.Moved([.. pieces]);
    }
}
