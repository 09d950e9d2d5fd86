using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>Judges maps: those that succeed.</summary>
internal static class MapJudge
{
    public static After Map(DmaState state, DmaOperation.Map map, Observation seen, ref Verdicts verdicts)
    {
        var pages = map.Segments.AsSpan().ToArray().Sum(segment => (int)segment.Pages.Value);
        var acts = seen switch
        {
            DmaObservation.Mapped mapped => mapped.Acts,
            DmaObservation.Failed failed => failed.Acts,
            _ => default(ValueList<DmaAct>?),
        };
        if (acts is not { } list) return DmaJudge.Garbage(seen, ref verdicts);
        var room = Room.Of(state, pages);
        room.Meet(ref verdicts);
        if (map.Segments.Count > 1) verdicts.Cover(DmaCoverpoints.Scattered);
        var log = ActJudge.Follow(state, list, isMap: true, ref verdicts);
        MeetEarly(state, log, ref verdicts);
        var noTable = state.NoTable;
        state.NoTable = null;
        return seen is DmaObservation.Failed failure
            ? FailedMapJudge.Failed(state, failure, log, room, noTable < pages, ref verdicts)
            : Mapped(state, map, (DmaObservation.Mapped)seen, log, ref verdicts);
    }

    private static After Mapped(
        DmaState state, DmaOperation.Map map, DmaObservation.Mapped mapped, ActLog log, ref Verdicts verdicts)
    {
        var entries = Entries(map);
        var first = state.Machine.PageOf(mapped.At);
        verdicts.Met(DmaRequirements.Map07);
        if (first < 0 || first + entries.Length > state.Machine.Pages)
        {
            verdicts.Violate(
                DmaRequirements.Map07, "address", Deviation.Extra, "an address of the aperture", mapped.At.ToString());
            return After.Lost;
        }

        var good = true;
        for (var i = 0; i < entries.Length; i++) good &= IsTable(state, first + i, entries[i], ref verdicts);
        for (var device = 0; good && device < state.Machine.Devices; device++)
            good &= Has(state, device, first, entries.Length, log.Devices[device], ref verdicts);
        Tries(state, log, first, entries.Length, ref verdicts);
        Cover(state, first, entries.Length, log, ref verdicts);
        state.Mappings.Add(new SeenMapping(state.Step, first, entries));
        for (var i = 0; i < entries.Length; i++) state.Pages[first + i].HasFailed = false;
        return good ? After.Consistent : After.Lost;
    }

    // The page has the frame and the right that were asked for.
    private static bool IsTable(DmaState state, int page, DmaEntry wanted, ref Verdicts verdicts)
    {
        verdicts.Met(DmaRequirements.Map06);
        if (!wanted.Writable) verdicts.Met(DmaRequirements.Map11);
        var (requirement, deviation) = state.Machine.Table(page) switch
        {
            null => (DmaRequirements.Map01, Deviation.Missing),
            { } entry when entry.Frame != wanted.Frame => (DmaRequirements.Map06, Deviation.Foreign),
            { Writable: true } when !wanted.Writable => (DmaRequirements.Map11, Deviation.Extra),
            { Writable: false } when wanted.Writable => (DmaRequirements.Map01, Deviation.Missing),
            _ => default,
        };
        if (requirement is null) return true;
        verdicts.Violate(
            requirement, "entry", deviation, Words(wanted),
            $"{state.Machine.AddressOf(page)}: {Words(state.Machine.Table(page))}");
        return false;
    }

    private static bool Has(
        DmaState state, int device, int first, int count, DeviceLog log, ref Verdicts verdicts)
    {
        var requirement = log.WasBroken ? DmaRequirements.Map08 : DmaRequirements.Map01;
        verdicts.Met(requirement);
        for (var page = first; page < first + count; page++)
        {
            if (state.Machine.Copy(device, page) == state.Machine.Table(page)) continue;
            verdicts.Violate(
                requirement, "device", Deviation.Missing,
                $"device {device.ToString(CultureInfo.InvariantCulture)} has {state.Machine.AddressOf(page)}",
                "it was not refreshed, or that failed");
            return false;
        }

        return true;
    }

    // A full copy is cured by one refresh of everything; otherwise the pages of the map are enough.
    private static void Tries(DmaState state, ActLog log, int first, int count, ref Verdicts verdicts)
    {
        var expected = state.Configuration.Hypervisor.Shadows ? 1 : 0;
        foreach (var device in log.Devices)
        {
            Once(device, ref verdicts);
            verdicts.Met(DmaRequirements.Map10);
            if (device.WasFull) continue;
            if (device.Refreshes == expected && (expected == 0 || device.First == (first, count))) continue;
            verdicts.Violate(
                DmaRequirements.Map10, "refreshes", Deviation.Extra,
                $"{expected.ToString(CultureInfo.InvariantCulture)} of the pages of the map",
                $"{device.Refreshes.ToString(CultureInfo.InvariantCulture)}, the first of {device.First.Count} pages");
            return;
        }
    }

    /// <summary>Everything of a device is refreshed once at most.</summary>
    public static void Once(DeviceLog device, ref Verdicts verdicts)
    {
        if (!device.WasFull) return;
        verdicts.Met(DmaRequirements.Map09);
        verdicts.Met(DmaRequirements.Map02);
        if (device.OfEverything <= 1) return;
        verdicts.Violate(
            DmaRequirements.Map09, "refreshes", Deviation.Extra, "one of everything",
            $"{device.OfEverything.ToString(CultureInfo.InvariantCulture)} of everything");
    }

    // Other addresses could have been handed out, and it would have been too early.
    private static void MeetEarly(DmaState state, ActLog log, ref Verdicts verdicts)
    {
        if (log.Installed.Count == 0) return;
        for (var page = 0; page < state.Pages.Length; page++)
        {
            if (state.Machine.IsStale(page) && state.Pages[page].IsWithheld)
                verdicts.Met(ActJudge.Early(state.Pages[page]));
        }
    }

    private static DmaEntry[] Entries(DmaOperation.Map map)
    {
        var entries = new List<DmaEntry>();
        foreach (var segment in map.Segments.AsSpan())
        {
            for (var i = 0ul; i < segment.Pages.Value; i++)
                entries.Add(new DmaEntry(segment.Frame.Plus(i << Page.Shift), map.Writable));
        }

        return [.. entries];
    }

    private static void Cover(DmaState state, int first, int count, ActLog log, ref Verdicts verdicts)
    {
        if (first + count == state.Machine.Pages) verdicts.Cover(DmaCoverpoints.AtTheEnd);
        if (state.Mappings.Exists(m => !m.IsLive && m.First < first + count && first < m.First + m.Entries.Length))
            verdicts.Cover(DmaCoverpoints.Reused);
        if (log.MetFull) verdicts.Cover(DmaCoverpoints.Cured);
    }

    private static string Words(DmaEntry? entry) => entry is not { } e ? "not valid"
        : e.Writable ? $"{e.Frame}, writable" : $"{e.Frame}, to be read";
}
