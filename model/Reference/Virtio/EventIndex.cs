namespace IoSpec.Reference.Virtio;

/// <summary>Whether the entry at which the driver wants to be interrupted is among those that were used.</summary>
/// <remarks>
/// Source: virtio 1.2, 2.7.7 (used buffer notification suppression) and 2.8.10 (driver and device event suppression).
/// </remarks>
internal static class EventIndex
{
    private const int Indices = 1 << 16;

    /// <summary>How far the named entry is from the first that is used; null if none is named.</summary>
    public static int? Distance(DeviceModel device, DeviceRun run)
    {
        if (device.EventAt is not { } at) return null;
        var all = device.IsPacked ? 2 * device.Size : Indices;
        return (((at - run.First) % all) + all) % all;
    }

    /// <summary>How many entries were used; of a packed queue, how many descriptors.</summary>
    public static int Used(DeviceRun run) =>
        run.Spans.Count == 0 ? 0 : run.Spans[^1].First + run.Spans[^1].Count - run.First;

    /// <summary>Whether an interrupt is due, and whether one is allowed.</summary>
    /// <remarks>
    /// A named descriptor inside of a chain may or may not count, and so does one of a later chain, as the device may
    /// use chains in another order.
    /// </remarks>
    public static (bool Must, bool May) Of(DeviceModel device, DeviceRun run)
    {
        if (Distance(device, run) is not { } distance) return (device.WantsInterrupts, device.WantsInterrupts);
        var may = distance < Used(run);
        return (device.IsPacked ? may && distance == 0 : may, may);
    }
}
