using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Engine;
using IoSpec.Reference.Dma;
using IoSpec.Reference.Dma.Alternatives;

namespace IoSpec.Areas.Dma;

/// <summary>
/// A layer that counts what it costs: refreshes and failures by the map, and, on average over all steps, the pages
/// whose addresses wait for a flush and those that devices still reach.
/// </summary>
/// <param name="rules">Its decisions.</param>
internal sealed class MeteredDma(DmaRules rules) : ITarget<DmaConfiguration, DmaOperation>
{
    private readonly DmaReference _layer = new(rules);
    private long _steps;
    private long _maps;
    private long _refreshes;
    private long _noAddress;
    private long _noMemory;
    private long _waiting;
    private long _stale;

    /// <inheritdoc/>
    public TargetIdentity Identity => _layer.Identity;

    /// <summary>The alternatives of the area.</summary>
    public static IReadOnlyList<Alternative> Alternatives() =>
        [.. DmaAlternative.All.Select(Of)];

    /// <inheritdoc/>
    public void Reset(DmaConfiguration configuration) => _layer.Reset(configuration);

    /// <inheritdoc/>
    public Observation Apply(DmaOperation operation)
    {
        var seen = _layer.Apply(operation);
        if (operation is DmaOperation.Map) Count(seen);
        var layer = _layer.Layer!;
        _steps++;
        foreach (var queue in layer.Queue.All)
        {
            foreach (var unmap in queue) _waiting += unmap.Count;
        }

        for (var page = 0; page < layer.Machine.Pages; page++)
        {
            if (layer.Machine.IsStale(page)) _stale++;
        }

        return seen;
    }

    private static Alternative Of(DmaAlternative alternative)
    {
        var target = new MeteredDma(alternative.Rules);
        return new Alternative(alternative.Name, alternative.Source, target, target.Measures);
    }

    private void Count(Observation seen)
    {
        _maps++;
        if (seen is DmaObservation.Failed { Why: var why })
        {
            if (why == DmaFailure.NoAddress) _noAddress++;
            else _noMemory++;
        }

        var acts = seen switch
        {
            DmaObservation.Mapped mapped => mapped.Acts,
            DmaObservation.Failed failed => failed.Acts,
            _ => [],
        };
        foreach (var act in acts.AsSpan())
        {
            if (act is DmaAct.Refresh) _refreshes++;
        }
    }

    private ValueList<Measure> Measures() =>
    [
        new("refreshes/map", Share(_refreshes, _maps)),
        new("no address/map", Share(_noAddress, _maps)),
        new("no memory/map", Share(_noMemory, _maps)),
        new("pages held back", Share(_waiting, _steps)),
        new("pages stale", Share(_stale, _steps)),
    ];

    // Four decimals: the same in every file.
    private static double Share(long part, long whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 4);
}
