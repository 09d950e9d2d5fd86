using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>Whether an operation makes sense: it names what exists.</summary>
public static class DmaForm
{
    private const ulong MostPages = 256;

    /// <summary>Whether an operation makes sense.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>False if it is to be skipped.</returns>
    public static bool Applies(DmaState state, DmaOperation operation) => operation switch
    {
        DmaOperation.Map map => IsProcessor(state, map.On) && AreSegments(map.Segments),
        DmaOperation.Unmap unmap => IsProcessor(state, unmap.On)
            && state.Mapping(unmap.Mapped.Step) is { IsLive: true },
        DmaOperation.Access access => access.Device.Value < state.Configuration.Devices
            && state.Mapping(access.Mapped.Step) is { } mapping
            && access.Place >= 0 && access.Place < mapping.Entries.Length,
        DmaOperation.BeginFlush => state.Configuration.Policy is DmaPolicy.Lazy && state.Flush is null,
        DmaOperation.EndFlush end => state.Flush == end.Begun.Step,
        DmaOperation.Limit => state.Configuration.Hypervisor is { Shadows: true, Slots: not null },
        DmaOperation.Fail fail => fail.After >= 0
            && (fail.Call == InnerCall.Table || state.Configuration.Hypervisor.Shadows),
        _ => true,
    };

    private static bool IsProcessor(DmaState state, ProcessorId processor) =>
        processor.Value < state.Configuration.Processors;

    private static bool AreSegments(ValueList<Segment> segments)
    {
        var pages = 0ul;
        foreach (var segment in segments.AsSpan())
        {
            if (segment.Pages.Value is 0 or > MostPages || segment.Frame != segment.Frame.PageStart()) return false;
            if (segment.Frame.Value > ulong.MaxValue - (MostPages << Page.Shift)) return false;
            pages += segment.Pages.Value;
        }

        return pages is > 0 and <= MostPages;
    }
}
