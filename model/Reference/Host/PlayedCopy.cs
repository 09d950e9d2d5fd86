using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Host;

/// <summary>How the memory of a guest, and what its host carries for its devices, comes to the other host.</summary>
internal static class PlayedCopy
{
    public static void Stage(PlayedHost host, PlayedGuest guest, int page) =>
        guest.Staged[page] = host.Writer(PlayedHost.Frame(guest, page));

    /// <summary>What the BARs hold when a migration begins.</summary>
    public static void KeepBars(PlayedHost host, PlayedGuest guest)
    {
        foreach (var device in host.Devices)
        {
            if (device.Function is not null) continue;
            for (var page = 0; page < device.Snapshot.Length; page++)
                device.Snapshot[page] = host.Writer(Bar(device, guest.Side, page));
        }
    }

    /// <summary>The log is read, and what it names is copied.</summary>
    public static ValueList<PageRun> Report(PlayedHost host, PlayedGuest guest, bool copies)
    {
        if (guest.Tracker.Apply(Tracking.Report(guest.Shape)) is not DirtyObservation.Bitmap { Dirty: var dirty })
            return [];
        foreach (var run in dirty.AsSpan())
        {
            var end = Math.Min(run.First.Value + run.Count.Value, (ulong)guest.Staged.Length);
            for (var page = (int)run.First.Value; copies && page < (int)end; page++) Stage(host, guest, page);
        }

        foreach (var other in host.Guests)
        {
            if (other != guest && other.IsMigrating && !host.Rules.ReportsApart)
                other.Tracker.Apply(Tracking.Report(other.Shape));
        }

        return dirty;
    }

    /// <summary>From now on the guest is in the other host.</summary>
    public static void Move(PlayedHost host, PlayedGuest guest)
    {
        if (host.Rules.MovesDevices) host.Stage.UnmapMemory(guest);
        foreach (var device in host.Devices)
        {
            if (device.HasBar && device.Owner == guest) host.Stage.UnmapBar(guest, device.Id);
        }

        for (var page = 0; page < guest.Staged.Length; page++) host.Set(PlayedHost.Frame(guest, page), -1);
        guest.Side = 1 - guest.Side;
        guest.Moves++;
        if (host.Rules.MovesDevices)
            host.Stage.MapMemory(guest, host.Rules.Restricts(guest.Moves, isEmulated: false));
        for (var page = 0; page < guest.Staged.Length; page++)
            host.Set(PlayedHost.Frame(guest, page), guest.Staged[page]);
        foreach (var device in host.Devices)
        {
            if (device.HasBar && device.Owner == guest) MoveBar(host, guest, device);
        }
    }

    /// <summary>The guest runs on: what it finds there.</summary>
    public static ValueList<PageStamp> Arrived(PlayedHost host, PlayedGuest guest)
    {
        var pages = new List<PageStamp>();
        for (var page = 0; page < guest.Staged.Length; page++)
            Add(pages, HostLayout.Memory, page, host.Writer(PlayedHost.Frame(guest, page)));
        foreach (var device in host.Devices)
        {
            if (device.Owner != guest) continue;
            if (!host.Rules.CarriesSpaces) host.Parent?.Renew(host, device, Occasion.Reset);
            if (!host.Rules.CarriesQueue) device.Queue?.Do(new VirtioOperation.ResetDevice());
            if (device.Buffer is { } buffer && Arrives(host, guest, buffer) is var arrived && arrived != buffer)
                device.Buffer = arrived;
            for (var page = 0; device.HasBar && page < device.Snapshot.Length; page++)
                Add(pages, HostLayout.Bar(device.Id), page, host.Writer(Bar(device, guest.Side, page)));
        }

        return [.. pages];
    }

    private static Iova? Arrives(PlayedHost host, PlayedGuest guest, Iova buffer) => host.Rules.Arrives(
        buffer, at => host.Behind(guest, at) ?? HostLayout.Frames(guest.Id, guest.Side));

    // What a function is migrated with by its states is not carried over by its host.
    private static void MoveBar(PlayedHost host, PlayedGuest guest, PlayedDevice device)
    {
        for (var page = 0; page < device.Snapshot.Length && device.Function is null; page++)
        {
            var from = Bar(device, 1 - guest.Side, page);
            var writer = host.Rules.CarriesLateBar ? host.Writer(from) : device.Snapshot[page];
            host.Set(from, -1);
            host.Set(Bar(device, guest.Side, page), writer);
        }

        host.Stage.MapBar(guest, device.Id);
    }

    private static void Add(List<PageStamp> pages, Gpa first, int page, int writer)
    {
        if (writer >= 0) pages.Add(new PageStamp(first.Plus((ulong)page * Page.Bytes), new Held(writer)));
    }

    private static Hpa Bar(PlayedDevice device, int side, int page) =>
        HostLayout.BarFrames(device.Id, side).Plus((ulong)page * Page.Bytes);
}
