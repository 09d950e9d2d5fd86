using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Pasids;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Host;

/// <summary>How devices come, go, are reset and written to.</summary>
internal static class PlayedDevices
{
    public static Observation Do(PlayedHost host, HostOperation operation)
    {
        switch (operation)
        {
            case HostOperation.Give give: return Give(host, give);
            case HostOperation.SetMaster set:
                var master = host.Device(set.Device);
                if (set.On || host.Rules.ObeysMaster(master.IsInner)) master.IsMaster = set.On;
                break;
            case HostOperation.Post post:
                var device = host.Device(post.Device);
                if (host.Rules.TakesBuffer(device.Owner!.IsMigrating)) device.Buffer = post.At;
                break;
            case HostOperation.Inspect inspect: return new HostObservation.Buffer(host.Device(inspect.Device).Buffer);
            case HostOperation.Assign assign:
                Enter(host, host.Device(assign.Device), host.Guest(assign.Guest));
                return Given(host, host.Device(assign.Device));
            case HostOperation.Break breaks: host.Device(breaks.Device).Function!.Break(breaks.After); break;
            case HostOperation.Detach detach: Leave(host, host.Device(detach.Device)); break;
            case HostOperation.ResetFunction reset:
                Clear(host, host.Device(reset.Device), Occasion.Reset);
                Renew(host, host.Device(reset.Device));
                PlayedQueues.Tell(host, host.Device(reset.Device).Owner!);
                break;
            default: return new Unsupported("no operation of a host");
        }

        return HostObservation.Done.Instance;
    }

    public static void Enter(PlayedHost host, PlayedDevice device, PlayedGuest guest)
    {
        device.Owner = guest;
        device.Queue?.Reset(guest.Shape);
        device.Queue?.SetMaster(device.IsMaster);
        PlayedQueues.Tell(host, guest);
        if (device.IsTranslated) PlayedIommu.Enter(guest.Iommu!, device.Id, inner: false, invalidates: true);
        if (device.HasBar) host.Stage.MapBar(guest, device.Id);
        if (device.IsAssigned && host.Rules.EntersMemory(device)) host.Stage.Enter(device.Id, guest);
        if (device.Ism is { } ism) host.Expect(ism.Apply(Enable));
    }

    private static ZpciOperation Enable { get; } = new ZpciOperation.Enable(HandleChoice.Current, Spaces: 1);

    private static ZpciOperation Disable { get; } = new ZpciOperation.Disable(HandleChoice.Current);

    private static Observation Given(PlayedHost host, PlayedDevice device) => host.Parent?.Enter(device) switch
    {
        null => HostObservation.Done.Instance,
        PasidObservation seen => new HostObservation.Given(seen),
        var other => other,
    };

    public static Observation Send(PlayedHost host, HostOperation.Send send)
    {
        var device = host.Device(send.Device);
        var ends = new BlockEnd[send.Blocks];
        for (var i = 0; i < ends.Length; i++)
        {
            var seen = device.Ism!.Apply(Block.Of(send, i));
            if (seen is not ZpciObservation.Ended ended) return seen;
            ends[i] = host.Rules.Delivered(
                new BlockEnd(ended.Check, ended.Condition, ended.Status, ended.Log), device,
                device.Owner is { IsMigrating: true });
        }

        host.Rules.Order(ends, device);
        return new HostObservation.Sent(ValueList.Create<BlockEnd>(ends));
    }

    public static Observation Restart(PlayedHost host, HostOperation.Restart restart)
    {
        var guest = host.Guest(restart.Guest);
        for (var page = 0; page < guest.Staged.Length && host.Rules.ClearsMemory; page++)
            host.Set(PlayedHost.Frame(guest, page), -1);
        foreach (var device in host.Devices)
        {
            if (device.Owner != guest) continue;
            Clear(host, device, Occasion.Restart);
            device.IsInner = false;
            Renew(host, device);
        }

        if (host.Rules.ClearsLayer) guest.Layer?.Reset();
        if (host.Rules.ClearsPool)
        {
            guest.Pool?.Reset();
            guest.Slots.Clear();
        }

        if (guest.Iommu is null || !host.Rules.ClearsIommu) return HostObservation.Done.Instance;
        guest.Iommu.Apply(new IommuOperation.Reset());
        PlayedIommu.Start(host, guest);
        return HostObservation.Done.Instance;
    }

    private static Observation Give(PlayedHost host, HostOperation.Give give)
    {
        var device = host.Device(give.Device);
        if (!host.Rules.Gives(device.Kind, give.Inner)) return new HostObservation.Refused(null);
        device.IsInner = give.Inner;
        if (device.IsTranslated)
            PlayedIommu.Enter(device.Owner!.Iommu!, device.Id, give.Inner, host.Rules.GiveInvalidates);
        PlayedQueues.Tell(host, device.Owner!);
        return HostObservation.Done.Instance;
    }

    private static void Leave(PlayedHost host, PlayedDevice device)
    {
        var guest = device.Owner!;
        if (device.IsTranslated)
        {
            foreach (var step in GuestIommuSteps.Leave(device.Id)) guest.Iommu!.Apply(step);
        }

        if (device.HasBar && host.Rules.RemovesBar) host.Stage.UnmapBar(guest, device.Id);
        if (device.IsAssigned && host.Rules.LeavesMemory) host.Stage.Leave(device.Id);
        if (guest.IsMigrating && !host.Rules.DetachKeepsLog) guest.Tracker.Apply(Tracking.Report(guest.Shape));
        Clear(host, device, Occasion.Detach);
        if (device.Ism is { } ism) host.Expect(ism.Apply(Disable));
        (device.Owner, device.IsInner) = (null, false);
    }

    private static void Renew(PlayedHost host, PlayedDevice device)
    {
        if (device.Ism is not { } ism) return;
        host.Expect(ism.Apply(Disable));
        host.Expect(ism.Apply(Enable));
    }

    // What is migrated by states is emptied by a reset of it, unless the host is faulty and puts it back.
    private static void Clear(PlayedHost host, PlayedDevice device, Occasion occasion)
    {
        device.Resets++;
        var (buffer, bar) = (device.Buffer, Bar(host, device));
        var isEmptied = device.Function is not null;
        Reset(host, device, occasion);
        if (host.Rules.ClearsSpaces(occasion)) host.Parent?.Renew(host, device, occasion);
        if (host.Rules.ClearsQueue(occasion))
            device.Queue?.Reset(occasion == Occasion.Detach ? null : device.Owner?.Shape);
        device.IsMaster = device.IsMaster && !host.Rules.ClearsMaster(occasion);
        if (host.Rules.ClearsBuffer(occasion) != isEmptied) device.Buffer = isEmptied ? buffer : null;
        if (!device.HasBar || host.Rules.ClearsBar(occasion) == isEmptied) return;
        for (var side = 0; side < 2; side++)
        {
            var first = HostLayout.BarFrames(device.Id, side);
            for (var page = 0; page < bar.Length; page++) host.Set(first.Plus((ulong)page * Page.Bytes), bar[page]);
        }
    }

    private static int[] Bar(PlayedHost host, PlayedDevice device)
    {
        var bar = new int[HostLayout.BarPages];
        Array.Fill(bar, -1);
        for (var page = 0; page < bar.Length && device.Function is not null; page++)
            bar[page] = host.Writer(HostLayout.BarFrames(device.Id, 0).Plus((ulong)page * Page.Bytes));
        return bar;
    }

    // What a function holds itself goes with it.
    private static void Reset(PlayedHost host, PlayedDevice device, Occasion occasion)
    {
        device.Function?.Renew();
        if (occasion != Occasion.Reset || host.Rules.ResetsApart || device.Function is null) return;
        foreach (var other in host.Devices)
        {
            if (other != device && other.Owner == device.Owner) other.Function?.Renew();
        }
    }
}
