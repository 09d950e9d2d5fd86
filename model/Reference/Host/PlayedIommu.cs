using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Host;

/// <summary>What a guest and its platform do to the guest's IOMMU.</summary>
internal static class PlayedIommu
{
    public static void Start(PlayedHost host, PlayedGuest guest)
    {
        if (guest.Iommu is not { } iommu) return;
        guest.ClearQueueEntries();
        foreach (var step in GuestIommuSteps.Start(guest.Shape)) iommu.Apply(step);
        foreach (var device in host.Devices)
        {
            if (device.Owner == guest && device.IsTranslated) Enter(iommu, device.Id, inner: false, invalidates: true);
        }
    }

    public static void Enter(
        ITarget<IommuConfiguration, IommuOperation> iommu, DeviceId device, bool inner, bool invalidates)
    {
        foreach (var step in GuestIommuSteps.Enter(device, inner))
        {
            if (invalidates || step is not IommuOperation.Invalidate) iommu.Apply(step);
        }
    }

    public static Observation Change(PlayedHost host, HostOperation operation)
    {
        var guest = host.Guest(IommuChange.GuestOf(operation));
        if (operation is HostOperation.Invalidate && !host.Rules.Invalidates(guest.IsMigrating))
            return HostObservation.Done.Instance;
        var seen = guest.Iommu!.Apply(IommuChange.Of(operation));
        if (seen is IommuObservation.Done) PlayedQueues.Note(host, guest, operation);
        if (operation is HostOperation.Unmap && guest.IsMigrating && !host.Rules.UnmapKeepsLog)
            guest.Tracker.Apply(Tracking.Report(guest.Shape));
        return seen switch
        {
            IommuObservation.Done => HostObservation.Done.Instance,
            IommuObservation.Refused refused => new HostObservation.Refused(refused.Reason),
            _ => seen,
        };
    }

    public static Observation Faults(PlayedHost host, HostOperation.ReadFaults read)
    {
        var guest = host.Guest(read.Guest);
        var seen = guest.Iommu!.Apply(new IommuOperation.ReadFaults());
        if (seen is not IommuObservation.Faults faults) return seen;
        var records = new FaultRecord[faults.Records.Count];
        for (var i = 0; i < records.Length; i++)
        {
            records[i] = host.Rules.Recorded(
                faults.Records[i], at => host.Behind(guest, at) ?? HostLayout.Frames(guest.Id, guest.Side));
        }

        return new HostObservation.Faults(ValueList.Create<FaultRecord>(records), faults.Overflow);
    }
}
