using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>What the layer does with an operation.</summary>
public static class DmaSteps
{
    /// <summary>Does an operation.</summary>
    /// <param name="layer">The layer, which is changed.</param>
    /// <param name="operation">The operation, one that applies.</param>
    /// <param name="step">Its step.</param>
    /// <returns>What is seen.</returns>
    public static DmaObservation Do(DmaLayer layer, DmaOperation operation, int step) => operation switch
    {
        DmaOperation.Map map => MapSteps.Map(layer, map, step),
        DmaOperation.Unmap unmap => UnmapSteps.Unmap(layer, unmap),
        DmaOperation.Access access => Access(layer, access),
        DmaOperation.Advance advance => TimeSteps.Advance(layer, advance.Time),
        DmaOperation.BeginFlush => TimeSteps.Begin(layer),
        DmaOperation.EndFlush => TimeSteps.End(layer),
        DmaOperation.Limit limit => TimeSteps.Limit(layer, limit.Slots),
        DmaOperation.Fail fail => TimeSteps.Fail(layer, fail),
        _ => throw new InvalidOperationException($"No step for {operation}."),
    };

    private static DmaObservation Access(DmaLayer layer, DmaOperation.Access access)
    {
        var page = layer.Mappings[layer.Find(access.Mapped.Step)].First + access.Place;
        var entry = layer.Machine.Copy((int)access.Device.Value, page);
        return entry is { } reached && (reached.Writable || !access.IsWrite)
            ? new DmaObservation.Reached(reached.Frame)
            : new DmaObservation.Blocked();
    }
}
