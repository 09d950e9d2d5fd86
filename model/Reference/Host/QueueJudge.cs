using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;
using IoSpec.Reference.Virtio;

namespace IoSpec.Reference.Host;

/// <summary>
/// Judges what an emulated device does with its queue: by the judge of the area <c>virtio</c>, whose platform is the
/// guest's IOMMU, and whose memory is that of the guest.
/// </summary>
internal static class QueueJudge
{
    /// <summary>Whether a driver can do that to a device.</summary>
    public static bool Applies(HostState state, DeviceState device, VirtioOperation does) => does switch
    {
        VirtioOperation.BusMaster or VirtioOperation.Map or VirtioOperation.Unmap => false,
        VirtioOperation.Kick when !device.IsQueueSettled => false,
        VirtioOperation.Offer when !device.Queue!.HasQueue => false,
        VirtioOperation.SetUpQueue when QueueState.HasAnother(state, device) => false,
        _ => VirtioForm.Applies(device.Queue!, does),
    };

    public static After Judge(
        HostState state, HostOperation.Drive drive, HostObservation.Driven seen, ref Verdicts verdicts)
    {
        var device = state.Device(drive.Device);
        var guest = state.OwnerOf(device)!;
        var ring = Ring(device);
        var part = state.VirtioBench.Open(verdicts);
        var after = VirtioJudge.Judge(device.Queue!, drive.Does, seen.Seen, ref part);
        state.VirtioBench.Close(part, HostRequirements.Que01, ref verdicts);
        if (after == After.Lost) return after;
        if (drive.Does is VirtioOperation.SetUpQueue) device.QueueMoves = guest.Moves;
        if (seen.Seen is VirtioObservation.Ran ran)
        {
            QueueCover.Ran(state, guest, device, ran, ref verdicts);
            return Wrote(state, guest, device, QueueWindow.Written(guest.Shape, ran, ring), seen, ref verdicts) > after
                ? After.Lost
                : after;
        }

        for (var page = 0; page < QueueWindow.Written(drive.Does); page++)
        {
            GuestJudge.Written(
                state, guest, HostPart.Processor(state.Configuration),
                QueueWindow.At(guest.Shape, new Gpa(VirtioLayout.AddressOf(page))), new ByteCount(1), ref verdicts);
        }

        return seen.Reached.Count == 0 ? after : HostJudge.Garbage(seen, ref verdicts);
    }

    /// <summary>What a device that conforms does.</summary>
    public static HostObservation.Driven Answer(HostState state, HostOperation.Drive drive)
    {
        var device = state.Device(drive.Device);
        var guest = state.OwnerOf(device)!;
        var answer = (VirtioObservation)VirtioAnswer.To(device.Queue!.Model, drive.Does);
        if (answer is not VirtioObservation.Ran ran) return new HostObservation.Driven(answer, []);
        var pieces = new List<HostPiece>();
        foreach (var (at, length) in QueueWindow.Written(guest.Shape, ran, Ring(device)))
            pieces.Add(new HostPiece(default, length, Backing.Of(state, guest, at)));
        return new HostObservation.Driven(ran, [.. pieces]);
    }

    // What was written is where the guest has its memory now, and counts as written there.
    private static After Wrote(
        HostState state, GuestState guest, DeviceState device, IEnumerable<(Gpa At, ByteCount Length)> written,
        HostObservation.Driven seen, ref Verdicts verdicts)
    {
        var next = 0;
        foreach (var (at, length) in written)
        {
            verdicts.Met(HostRequirements.Que02);
            var due = new HostPiece(default, length, Backing.Of(state, guest, at));
            if (next >= seen.Reached.Count || seen.Reached[next] != due)
            {
                verdicts.Violate(
                    HostRequirements.Que02, "reached",
                    next < seen.Reached.Count ? Deviation.WrongValue : Deviation.Missing, $"{due}",
                    next < seen.Reached.Count ? $"{seen.Reached[next]}" : "nothing");
                return After.Lost;
            }

            next++;
            QueueState.Disturb(state, guest, device, at);
            GuestJudge.Written(state, guest, HostPart.Writer(device.Id), at, length, ref verdicts);
        }

        if (next == seen.Reached.Count) return After.Consistent;
        verdicts.Violate(
            HostRequirements.Que02, "reached", Deviation.Extra, "what the device wrote", $"{seen.Reached[next]}");
        return After.Lost;
    }

    /// <summary>Where the device's part of the queue is; null if it is out of reach, or there is no queue.</summary>
    private static Gpa? Ring(DeviceState device)
    {
        if (device.Queue?.Model is not { Ring: { } ring } model) return null;
        return DeviceAccess.Place(
            model, model.IsPacked ? ring : ring.Plus(VirtioLayout.Used), Access.Write, new DeviceRun());
    }
}
