using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>Follows what a layer does below, act by act, and judges each of them.</summary>
internal static class ActJudge
{
    /// <summary>Follows the acts of an operation.</summary>
    /// <returns>What they come to.</returns>
    public static ActLog Follow(DmaState state, ValueList<DmaAct> acts, bool isMap, ref Verdicts verdicts)
    {
        var log = new ActLog(state.Machine.Devices);
        foreach (var act in acts.AsSpan())
        {
            switch (act)
            {
                case DmaAct.Install install: Install(state, install, log, ref verdicts); break;
                case DmaAct.Clear clear: Clear(state, clear, log); break;
                case DmaAct.Refresh refresh: Refresh(state, refresh, log, isMap, ref verdicts); break;
            }
        }

        return log;
    }

    private static void Install(DmaState state, DmaAct.Install install, ActLog log, ref Verdicts verdicts)
    {
        for (var i = 0ul; i < install.Memory.Pages.Value; i++)
        {
            var page = state.Machine.PageOf(install.At.Plus(i << Page.Shift));
            if (page < 0)
            {
                verdicts.Violate(
                    DmaRequirements.Map07, "address", Deviation.Extra, "an address of the aperture",
                    install.At.Plus(i << Page.Shift).ToString());
                return;
            }

            Check(state, page, ref verdicts);
            state.Pages[page].WasUsed = true;
            state.Pages[page].IsWithheld = false;
            state.Machine.Install(page, new DmaEntry(install.Memory.Frame.Plus(i << Page.Shift), install.Writable));
            log.Installed.Add(page);
        }
    }

    private static void Check(DmaState state, int page, ref Verdicts verdicts)
    {
        if (state.Machine.Table(page) is not null)
        {
            verdicts.Violate(
                DmaRequirements.Map07, "address", Deviation.Foreign, "an address that is not mapped",
                $"{state.Machine.AddressOf(page)} is mapped");
        }
        else if (state.Machine.IsStale(page))
        {
            verdicts.Violate(
                Early(state.Pages[page]), "address", Deviation.Stale, "an address that no device reaches",
                $"{state.Machine.AddressOf(page)} still is reached");
        }
    }

    /// <summary>The requirement that an address handed out too early breaks.</summary>
    public static Requirement Early(DmaPage page) =>
        page.SinceRetry ? DmaRequirements.Map03
        : page.DuringFlush ? DmaRequirements.Fq05
        : DmaRequirements.Fq04;

    private static void Clear(DmaState state, DmaAct.Clear clear, ActLog log)
    {
        for (var i = 0ul; i < clear.Pages.Value; i++)
        {
            var page = state.Machine.PageOf(clear.At.Plus(i << Page.Shift));
            if (page < 0) return;
            state.Machine.Clear(page);
            log.IsUndoing |= log.Installed.Contains(page);
        }
    }

    private static void Refresh(
        DmaState state, DmaAct.Refresh refresh, ActLog log, bool isMap, ref Verdicts verdicts)
    {
        var (device, first) = ((int)refresh.Device.Value, state.Machine.PageOf(refresh.At));
        if (device >= state.Machine.Devices || first < 0) return;
        var count = (int)Math.Min(refresh.Pages.Value, (ulong)(state.Machine.Pages - first));
        var result = state.Machine.Refresh(device, first, count);
        if (state.Machine.Slots is not null || state.HasFailure) verdicts.Met(DmaRequirements.Hyp01);
        if (result != refresh.Result)
        {
            verdicts.Violate(
                DmaRequirements.Hyp01, "result", Deviation.WrongValue, result.ToString(), refresh.Result.ToString());
        }

        var isEverything = first == 0 && count == state.Machine.Pages;
        if (!isMap || log.IsUndoing) return;
        Note(log.Devices[device], first, count, isEverything, result);
        if (!isEverything) return;
        for (var page = 0; page < state.Pages.Length; page++)
        {
            if (state.Machine.IsStale(page)) state.Pages[page].SinceRetry = true;
        }
    }

    private static void Note(DeviceLog device, int first, int count, bool isEverything, RefreshResult result)
    {
        // A map of everything there is refreshes it for its own sake.
        var isFirst = device.Refreshes++ == 0;
        if (isFirst) device.First = (first, count);
        if (isEverything && !isFirst)
        {
            device.OfEverything++;
            device.Retried |= device.WasFull;
        }

        device.WasFull |= result == RefreshResult.Full;
        device.WasBroken |= result == RefreshResult.Error;
        device.Last = result;
    }
}
