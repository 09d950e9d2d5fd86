using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>Whether an operation makes sense: it names what exists and what the target says it can do.</summary>
public static class DirtyForm
{
    private const ulong LongestWrite = 64 * Page.Bytes;

    /// <summary>Whether an operation makes sense.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>False if it is to be skipped.</returns>
    public static bool Applies(DirtyState state, DirtyOperation operation) => operation switch
    {
        DirtyOperation.Map map => IsFree(state) && IsNew(state, map),
        DirtyOperation.Unmap unmap => IsFree(state) && IsUnmap(state, unmap),
        DirtyOperation.Write write => IsWrite(state, write.Writer, write.At, write.Length),
        DirtyOperation.BeginWrite begin => Has(state, DirtyFeatures.Overlap)
            && IsWrite(state, begin.Writer, begin.At, begin.Length),
        DirtyOperation.EndWrite end => state.Writes.Exists(write => write.Step == end.Begun.Step),
        DirtyOperation.Move { Meanwhile: var during } => IsFree(state) && Has(state, DirtyFeatures.Moves)
            && state.Writes.Count == 0
            && (during is null || IsWrite(state, during.Writer, during.At, during.Length)),
        DirtyOperation.Copy copy => state.Population.Mapped.Contains(copy.At),
        DirtyOperation.Report report => IsFree(state) && IsWindow(report.At, report.Pages)
            && report.Size is >= 0 and <= 18 && (report.Clears || Has(state, DirtyFeatures.Peek)),
        DirtyOperation.BeginReport begin => IsFree(state) && state.IsOn && Has(state, DirtyFeatures.Overlap)
            && IsWindow(begin.At, begin.Pages),
        DirtyOperation.EndReport end => state.Begun is { } begun && begun.Step == end.Begun.Step,
        DirtyOperation.Pin pin => IsFree(state) && IsPin(state, pin),
        DirtyOperation.Unpin unpin => IsFree(state) && IsUnpin(state, unpin.Pinned.Step),
        DirtyOperation.Attach attach => IsDevice(state, attach.Writer) && !state.Population.IsAttached(attach.Writer),
        DirtyOperation.Detach detach => IsDevice(state, detach.Writer) && state.Population.IsAttached(detach.Writer)
            && !state.Writes.Exists(write => write.Writer == detach.Writer),
        _ => IsFree(state),
    };

    // While a report has begun only writes begin, end and are done.
    private static bool IsFree(DirtyState state) => state.Begun is null;

    private static bool Has(DirtyState state, DirtyFeatures feature) => (state.Traits.Features & feature) != 0;

    private static bool IsWindow(Iova at, PageCount pages) =>
        at == at.PageStart() && IovaRange.TryFrom(at, pages, out _) && pages.Value <= 1ul << 32;

    private static bool IsNew(DirtyState state, DirtyOperation.Map map)
    {
        if (map.At != map.At.PageStart() || !IovaRange.TryFrom(map.At, map.Pages, out var range)) return false;
        if (range.Last.Value == ulong.MaxValue || map.Pages.Value > 1 << 20) return false;
        return !state.Population.Mappings.Exists(mapping => mapping.Range.Overlaps(range));
    }

    // Linux drivers/vfio/vfio_iommu_type1.c, vfio_dma_do_unmap: no bitmap is asked for while nothing is tracked.
    private static bool IsUnmap(DirtyState state, DirtyOperation.Unmap unmap)
    {
        if (unmap.Reports && !Has(state, DirtyFeatures.UnmapReports)) return false;
        if (unmap.Reports && !state.IsOn && state.Traits.RefusesWhenOff) return false;
        return state.Population.Mapping(unmap.At) is { } mapping
            && !state.Writes.Exists(write => write.Range.Overlaps(mapping.Range));
    }

    private static bool IsWrite(DirtyState state, WriterId writer, Iova at, ByteCount length)
    {
        if (length.Value is 0 or > LongestWrite || at.Plus(length.Value - 1).CompareTo(at) < 0) return false;
        var range = Ranges.Touched(at, length);
        return state.Population.MayWrite(writer, range)
            && !state.Writes.Exists(write => write.Range.Overlaps(range));
    }

    private static bool IsPin(DirtyState state, DirtyOperation.Pin pin)
    {
        if (!Has(state, DirtyFeatures.Pins) || !IsWindow(pin.At, pin.Pages)) return false;
        if (!state.Population.IsAttached(pin.Writer)) return false;
        if (state.Writes.Exists(write => write.Writer == pin.Writer)) return false;
        var range = Ranges.Of(pin.At, pin.Pages);
        return state.Population.KindOf(pin.Writer) is WriterKind.Unseen or WriterKind.Emulated
            && state.Population.Mappings.Exists(mapping => mapping.Range.Contains(range));
    }

    // What a device is writing just now it does not release.
    private static bool IsUnpin(DirtyState state, int step) => state.Population.Pins.Exists(
        pin => pin.Step == step && !state.Writes.Exists(write => write.Writer == pin.Writer));

    private static bool IsDevice(DirtyState state, WriterId writer) => IsFree(state)
        && Has(state, DirtyFeatures.HotPlug) && writer.Value < state.Population.Writers
        && state.Population.KindOf(writer) != WriterKind.Processor;
}
