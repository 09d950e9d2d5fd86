using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Reference.Virtio;

namespace IoSpec.Reference.Host;

/// <summary>Keeps what is known of queues in step with the rest of the host: platforms, tables, resets.</summary>
internal static class QueueState
{
    /// <summary>A device comes to a guest, or is reset there: its queue is as new.</summary>
    public static void Renew(HostState state, DeviceState device)
    {
        device.Queue = null;
        var shape = state.Configuration.Devices[(int)device.Id.Value];
        if (shape.Queue is not { } queue || state.OwnerOf(device) is not { } guest) return;
        if (!HostPart.HasQueue(queue, guest.Shape)) return;
        var known = new VirtioState(HostPart.QueueOf(queue, guest.Shape));
        for (var page = 0; page < VirtioLayout.Pages && known.Configuration.HasTables(); page++)
            Do(known, new VirtioOperation.Unmap(new Iova(VirtioLayout.AddressOf(page))));
        device.Queue = known;
        SetMaster(device);
        Settle(state, device);
    }

    /// <summary>A guest starts with a device, whose driver may have set it up in memory that is empty.</summary>
    public static void Start(HostState state, DeviceState device)
    {
        Renew(state, device);
        var isAtOnce = state.Configuration.Devices[(int)device.Id.Value].Queue is { IsStepwise: false };
        if (!isAtOnce || device.Queue is not { } queue || HasAnother(state, device)) return;
        device.QueueMoves = state.OwnerOf(device)!.Moves;
        var verdicts = new Verdicts([]);
        foreach (var step in QueueStart.Steps(queue.Configuration))
            VirtioJudge.Judge(queue, step, VirtioAnswer.To(queue.Model, step), ref verdicts);
    }

    /// <summary>Whether another device of the same guest has a queue.</summary>
    public static bool HasAnother(HostState state, DeviceState device)
    {
        foreach (var other in state.Devices)
        {
            if (other != device && other.Owner == device.Owner && other.Queue is { HasQueue: true }) return true;
        }

        return false;
    }

    /// <summary>A device may use memory, or not.</summary>
    public static void SetMaster(DeviceState device)
    {
        if (device.Queue is { } queue) Do(queue, new VirtioOperation.BusMaster(device.IsMaster));
    }

    /// <summary>A guest has changed what its IOMMU does with some pages.</summary>
    public static void Settle(HostState state, GuestState guest, Iova at, PageCount pages)
    {
        var behind = at.Value + (pages.Value * Page.Bytes);
        var isMeant = at.Value < VirtioLayout.AddressOf(VirtioLayout.Pages) && behind > VirtioLayout.Base;
        if (isMeant) Settle(state, guest);
    }

    /// <summary>A guest has changed what its IOMMU does for its devices.</summary>
    public static void Settle(HostState state, GuestState guest)
    {
        foreach (var device in state.Devices)
        {
            if (device.Owner == guest.Id && device.Queue is not null) Settle(state, device);
        }
    }

    /// <summary>Somebody else writes to memory: where rings are, nobody knows what a queue comes to.</summary>
    public static void Disturb(HostState state, GuestState guest, DeviceState? writer, Gpa at)
    {
        if (QueueWindow.PageOf(guest.Shape, at) is not (VirtioLayout.RingPage or VirtioLayout.TablePage)) return;
        foreach (var device in state.Devices)
        {
            if (device != writer && device.Owner == guest.Id && device.Queue is { HasQueue: true } queue)
                queue.IsOpen = true;
        }
    }

    /// <summary>The tables of a queue become what the guest's IOMMU does with its pages.</summary>
    public static void Settle(HostState state, DeviceState device)
    {
        var (queue, guest) = (device.Queue!, state.OwnerOf(device)!);
        device.IsQueueSettled = true;
        if (!state.IsTranslated(device)) return;
        for (var page = 0; page < VirtioLayout.Pages; page++)
        {
            var at = new Iova(VirtioLayout.AddressOf(page));
            if (EntryOf(device, guest, QueueWindow.ToIommu(guest.Shape, device.IsInner, at)) is not var (to, access))
            {
                device.IsQueueSettled = false;
                continue;
            }

            if (queue.Model.Tables.Of(page) is var known && known.To == to && known.Access == access) continue;
            VirtioOperation change = to < 0
                ? new VirtioOperation.Unmap(at)
                : new VirtioOperation.Map(at, new Gpa(VirtioLayout.AddressOf(to)), access);
            if (VirtioForm.Applies(queue, change)) Do(queue, change);
            else device.IsQueueSettled = false;
        }
    }

    // Null if it may be several things, or leads to where no queue has memory.
    private static (int To, Access Access)? EntryOf(DeviceState device, GuestState guest, Iova at)
    {
        var (to, access) = (-1, Access.None);
        foreach (var wanted in Wanted)
        {
            var request = new TranslationRequest(HostPart.Requester(device.Id), null, at, wanted, Privileged: false);
            switch (guest.Translation!.Allowed(request).Only)
            {
                case null: return null;
                case Translation.To reached:
                    var page = QueueWindow.PageOf(guest.Shape, reached.At);
                    if (page < 0 || (to >= 0 && page != to)) return null;
                    (to, access) = (page, access | wanted);
                    break;
                default: break;
            }
        }

        return (to, access);
    }

    private static ReadOnlySpan<Access> Wanted => [Access.Read, Access.Write];

    private static void Do(VirtioState queue, VirtioOperation operation)
    {
        var verdicts = new Verdicts([]);
        VirtioJudge.Judge(queue, operation, VirtioObservation.Done.Instance, ref verdicts);
    }
}
