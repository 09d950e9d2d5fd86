namespace IoSpec.Engine;

/// <summary>What the blocks of a campaign have shown together, in whatever order they come.</summary>
/// <param name="area">The area.</param>
internal sealed class CampaignTally(Area area)
{
    private readonly SortedDictionary<string, Failure> _failures = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, ulong> _delivered = [];

    /// <summary>What was put to the test.</summary>
    public Evidence Evidence { get; } = new(area.Requirements.All.Count, area.Coverpoints.All.Count);

    /// <summary>How many signatures have failed.</summary>
    public int Signatures => _failures.Count;

    /// <summary>Of every signature the first failure, by case.</summary>
    public Failure[] Failures => [.. _failures.Select(f => WithBlocksBefore(f.Value)).OrderBy(f => f.Case)];

    /// <summary>Adds a block.</summary>
    public void Add(BlockResult result)
    {
        Evidence.Add(result.Evidence);
        _delivered[result.First] = result.Evidence.Operations;
        foreach (var failure in result.Failures) Add(failure);
    }

    private void Add(Failure failure)
    {
        var key = failure.Signature.ToString();
        if (!_failures.TryGetValue(key, out var first) || failure.Case < first.Case) _failures[key] = failure;
    }

    private Failure WithBlocksBefore(Failure failure)
    {
        var before = 0ul;
        foreach (var (first, operations) in _delivered)
            before += BlockRunner.After(first) <= failure.Case ? operations : 0;
        return failure with { OperationsToDetection = before + failure.OperationsToDetection };
    }
}
