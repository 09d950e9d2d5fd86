using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>How a guest is brought to the other host while it runs.</summary>
internal static class PlayedMigration
{
    public static Observation Do(PlayedHost host, HostOperation operation) => operation switch
    {
        HostOperation.StartMigration start => Start(host, host.Guest(start.Guest)),
        HostOperation.Round round => new HostObservation.Copied(Report(host, host.Guest(round.Guest), copies: true)),
        HostOperation.Finish finish => Finish(host, host.Guest(finish.Guest)),
        HostOperation.Cancel cancel => Cancel(host, host.Guest(cancel.Guest)),
        _ => new Unsupported("no step of a migration"),
    };

    private static Observation Start(PlayedHost host, PlayedGuest guest)
    {
        if (!host.Rules.Migrates(Array.Exists(host.Guests, other => other.IsMigrating)))
            return new HostObservation.Refused(null);
        guest.IsMigrating = true;
        guest.Tracker.Apply(new DirtyOperation.Start());
        for (var page = 0; page < guest.Staged.Length; page++) Stage(host, guest, page);
        foreach (var device in host.Devices)
        {
            for (var page = 0; page < device.Snapshot.Length; page++)
                device.Snapshot[page] = host.Writer(Bar(device, guest.Side, page));
        }

        return HostObservation.Done.Instance;
    }

    private static Observation Cancel(PlayedHost host, PlayedGuest guest)
    {
        guest.IsMigrating = false;
        if (host.Rules.CancelStopsLog) guest.Tracker.Apply(new DirtyOperation.Stop());
        return HostObservation.Done.Instance;
    }

    private static ValueList<PageRun> Report(PlayedHost host, PlayedGuest guest, bool copies)
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

    private static Observation Finish(PlayedHost host, PlayedGuest guest)
    {
        var dirty = Report(host, guest, host.Rules.CopiesLast);
        guest.Tracker.Apply(new DirtyOperation.Stop());
        if (host.Rules.MovesDevices) host.Stage.UnmapMemory(guest);
        foreach (var device in host.Devices)
        {
            if (device.HasBar && device.Owner == guest) host.Stage.UnmapBar(guest, device.Id);
        }

        var pages = new List<PageStamp>();
        for (var page = 0; page < guest.Staged.Length; page++) host.Set(PlayedHost.Frame(guest, page), -1);
        guest.Side = 1 - guest.Side;
        guest.Moves++;
        guest.IsMigrating = false;
        if (host.Rules.MovesDevices) host.Stage.MapMemory(guest);
        for (var page = 0; page < guest.Staged.Length; page++)
            Arrive(host, PlayedHost.Frame(guest, page), HostLayout.Memory, page, guest.Staged[page], pages);
        foreach (var device in host.Devices)
        {
            if (device.Owner == guest) Arrive(host, guest, device, pages);
        }

        return new HostObservation.Arrived(dirty, [.. pages]);
    }

    private static void Arrive(PlayedHost host, PlayedGuest guest, PlayedDevice device, List<PageStamp> pages)
    {
        if (device.Buffer is { } buffer)
        {
            device.Buffer = host.Rules.Arrives(
                buffer, at => host.Behind(guest, at) ?? HostLayout.Frames(guest.Id, guest.Side));
        }

        if (!device.HasBar) return;
        for (var page = 0; page < device.Snapshot.Length; page++)
        {
            var from = Bar(device, 1 - guest.Side, page);
            var writer = host.Rules.CarriesLateBar ? host.Writer(from) : device.Snapshot[page];
            host.Set(from, -1);
            Arrive(host, Bar(device, guest.Side, page), HostLayout.Bar(device.Id), page, writer, pages);
        }

        host.Stage.MapBar(guest, device.Id);
    }

    private static void Arrive(PlayedHost host, Hpa at, Gpa first, int page, int writer, List<PageStamp> pages)
    {
        host.Set(at, writer);
        if (writer >= 0) pages.Add(new PageStamp(first.Plus((ulong)page * Page.Bytes), new Held(writer)));
    }

    private static void Stage(PlayedHost host, PlayedGuest guest, int page) =>
        guest.Staged[page] = host.Writer(PlayedHost.Frame(guest, page));

    private static Hpa Bar(PlayedDevice device, int side, int page) =>
        HostLayout.BarFrames(device.Id, side).Plus((ulong)page * Page.Bytes);
}
