using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>Judges maps that fail.</summary>
internal static class FailedMapJudge
{
    public static After Failed(
        DmaState state, DmaObservation.Failed failed, ActLog log, Room room, bool noTable, ref Verdicts verdicts)
    {
        foreach (var device in log.Devices) MapJudge.Once(device, ref verdicts);
        var good = failed.Why == DmaFailure.NoAddress
            ? NoAddress(state, room, ref verdicts)
            : HasReason(state, log, noTable, ref verdicts);
        Cover(log, noTable, ref verdicts);
        return good & Undone(state, log, ref verdicts) ? After.Consistent : After.Resynchronised;
    }

    private static bool NoAddress(DmaState state, Room room, ref Verdicts verdicts)
    {
        if (Array.Exists(state.Pages, page => page.IsWithheld)) verdicts.Cover(DmaCoverpoints.NoAddress);
        if (!room.IsThere) return true;
        verdicts.Violate(
            room.OnlyAfterFailure ? DmaRequirements.Map05 : DmaRequirements.Fq08, "answer", Deviation.Missing,
            "an address", "no address");
        return false;
    }

    // No table, a refresh that failed, or a copy that is full even after everything was refreshed.
    private static bool HasReason(DmaState state, ActLog log, bool noTable, ref Verdicts verdicts)
    {
        if (noTable) return true;
        foreach (var device in log.Devices)
        {
            if (device.WasBroken) return true;
            if (device.Last != RefreshResult.Full) continue;
            if (device.Retried || !IsCurable(state, log)) return true;
            verdicts.Violate(
                DmaRequirements.Map02, "answer", Deviation.Missing, "a refresh of everything, which helps",
                "the map failed without it");
            return false;
        }

        verdicts.Violate(
            log.MetFull ? DmaRequirements.Map02 : DmaRequirements.Map01, "answer", Deviation.Missing,
            "mapped: every device was refreshed", "the map failed");
        return false;
    }

    // What is valid, and what was in the middle of the map, has room in a copy.
    private static bool IsCurable(DmaState state, ActLog log)
    {
        if (state.Machine.Slots is not { } slots) return true;
        var valid = (ulong)log.Installed.Count(page => state.Machine.Table(page) is null);
        for (var page = 0; page < state.Machine.Pages; page++)
        {
            if (state.Machine.Table(page) is not null) valid++;
        }

        return valid <= slots.Value;
    }

    private static bool Undone(DmaState state, ActLog log, ref Verdicts verdicts)
    {
        if (log.Installed.Count > 0) verdicts.Met(DmaRequirements.Map04);
        string? left = null;
        foreach (var page in log.Installed)
        {
            state.Pages[page].HasFailed = true;
            if (state.Machine.Table(page) is not null) left ??= $"{state.Machine.AddressOf(page)} is valid";
            else if (state.Machine.IsStale(page)) left ??= $"a device reaches {state.Machine.AddressOf(page)}";
            state.Machine.Clear(page);
        }

        if (left is null) return true;
        verdicts.Violate(DmaRequirements.Map04, "page", Deviation.Stale, "nothing is left of a failed map", left);
        return false;
    }

    private static void Cover(ActLog log, bool noTable, ref Verdicts verdicts)
    {
        if (noTable && log.Installed.Count > 0) verdicts.Cover(DmaCoverpoints.NoTable);
        if (Array.Exists(log.Devices, device => device is { Retried: true, Last: RefreshResult.Full }))
            verdicts.Cover(DmaCoverpoints.Incurable);
        if (!Array.Exists(log.Devices[..^1], device => device.WasBroken)) return;
        verdicts.Met(DmaRequirements.Map08);
        verdicts.Cover(DmaCoverpoints.BrokenBeforeLast);
    }
}
