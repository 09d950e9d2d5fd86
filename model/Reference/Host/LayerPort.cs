using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>A guest's layer for DMA mappings, asked by the steps of a host.</summary>
/// <param name="part">What plays it: a target of the area <c>dma</c>.</param>
/// <param name="configuration">What it is.</param>
public sealed class LayerPort(ITarget<DmaConfiguration, DmaOperation> part, DmaConfiguration configuration)
{
    private readonly List<Known> _known = [];
    private int _step;

    /// <summary>It starts.</summary>
    public void Reset()
    {
        part.Reset(configuration);
        _known.Clear();
        _step = 0;
    }

    /// <summary>Asks for something.</summary>
    /// <param name="operation">What is asked; what it holds is of steps of the host.</param>
    /// <param name="step">The step of the host.</param>
    /// <returns>The answer.</returns>
    public Observation Do(DmaOperation operation, int step)
    {
        var seen = part.Apply(Own(operation));
        var known = new Known(step, _step++, null, default, false);
        if (operation is DmaOperation.Map map && seen is DmaObservation.Mapped mapped)
            known = known with { At = mapped.At, Pages = PagesOf(map), IsLive = true };
        if (operation is DmaOperation.Unmap unmap && PlaceOf(unmap.Mapped) is >= 0 and var place)
            _known[place] = _known[place] with { IsLive = false };
        _known.Add(known);
        return seen;
    }

    /// <summary>Where a mapping is, or was.</summary>
    /// <param name="mapped">The step of the host that made it.</param>
    /// <returns>The first address; null if that step made none.</returns>
    public Iova? At(Held mapped) => PlaceOf(mapped) is >= 0 and var place ? _known[place].At : null;

    /// <summary>Whether an address is mapped now.</summary>
    /// <param name="at">The address.</param>
    /// <returns>False if it was never mapped, or is no longer.</returns>
    public bool IsMapped(Iova at) => _known.Exists(known => known is { IsLive: true, At: { } first }
        && HostLayout.Within(at.Value, first.Value, known.Pages.Value) >= 0);

    private static PageCount PagesOf(DmaOperation.Map map)
    {
        var pages = 0ul;
        foreach (var segment in map.Segments.AsSpan()) pages += segment.Pages.Value;
        return new PageCount(pages);
    }

    private DmaOperation Own(DmaOperation operation) => operation switch
    {
        DmaOperation.Unmap unmap => unmap with { Mapped = Own(unmap.Mapped) },
        DmaOperation.EndFlush end => end with { Begun = Own(end.Begun) },
        _ => operation,
    };

    private Held Own(Held held) => new(_known[PlaceOf(held)].Own);

    private int PlaceOf(Held held) => _known.FindLastIndex(known => known.Step == held.Step);

    private readonly record struct Known(int Step, int Own, Iova? At, PageCount Pages, bool IsLive);
}
