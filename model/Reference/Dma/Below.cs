using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>What the layer does below, noted act by act.</summary>
internal static class Below
{
    /// <summary>Makes the pages of a segment valid.</summary>
    public static void Install(DmaLayer layer, int page, Segment memory, bool writable)
    {
        for (var i = 0; i < (int)memory.Pages.Value; i++)
            layer.Machine.Install(page + i, new DmaEntry(memory.Frame.Plus((ulong)i << Page.Shift), writable));
        layer.Acts.Add(new DmaAct.Install(layer.Machine.AddressOf(page), memory, writable));
    }

    /// <summary>Makes pages invalid.</summary>
    public static void Clear(DmaLayer layer, int first, int count)
    {
        if (count <= 0) return;
        for (var page = first; page < first + count; page++) layer.Machine.Clear(page);
        layer.Acts.Add(new DmaAct.Clear(layer.Machine.AddressOf(first), new PageCount((ulong)count)));
    }

    /// <summary>Refreshes pages of one device.</summary>
    public static RefreshResult Refresh(DmaLayer layer, int device, int first, int count, RefreshReason reason)
    {
        count = layer.Rules.Covered(reason, count);
        if (count <= 0) return RefreshResult.Done;
        var result = layer.Machine.Refresh(device, first, count);
        layer.Acts.Add(new DmaAct.Refresh(
            new RequesterId((uint)device), layer.Machine.AddressOf(first), new PageCount((ulong)count), result));
        return result;
    }

    /// <summary>Refreshes pages of all devices, whatever the hypervisor answers.</summary>
    public static void RefreshAll(DmaLayer layer, int first, int count, RefreshReason reason)
    {
        var devices = layer.Rules.Devices(reason, layer.Machine.Devices);
        for (var device = 0; device < devices; device++) Refresh(layer, device, first, count, reason);
    }

    /// <summary>Refreshes everything of all devices.</summary>
    public static void RefreshEverything(DmaLayer layer) =>
        RefreshAll(layer, 0, layer.Machine.Pages, RefreshReason.Flush);
}
