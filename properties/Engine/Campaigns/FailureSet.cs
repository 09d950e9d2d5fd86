using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>The failures of a block: of every signature the first.</summary>
internal sealed class FailureSet
{
    private readonly SortedDictionary<string, Failure> _first = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _losses = new(StringComparer.Ordinal);

    /// <summary>The failures, by signature.</summary>
    public IEnumerable<Failure> All => _first.Select(f => f.Value);

    /// <summary>Takes the violations of a step.</summary>
    public void Add(
        List<Violation> violations, long index, Configuration configuration, CaseSteps played, ulong delivered)
    {
        foreach (var violation in violations)
        {
            var signature = SequenceRunner.SignatureOf(played.Steps[^1].Operation, violation);
            var (operations, seen) = (played.Operations(played.Count), played.Answers());
            Add(new Failure(signature, violation, index, configuration, operations, seen)
            {
                OperationsToDetection = delivered,
            });
        }
    }

    /// <summary>Takes the loss of a target at the start of a case.</summary>
    public void AddLost(Area area, Lost lost, long index, Configuration configuration, ulong delivered)
    {
        var field = lost.Kind.ToString().ToLowerInvariant();
        var violation = new Violation(area.Liveness, field, Deviation.Missing, "an answer", lost.Detail);
        var signature = new Signature(area.Liveness.Id, field, "reset", Deviation.Missing);
        Add(new Failure(signature, violation, index, configuration, [], [])
        {
            OperationsToDetection = delivered,
        });
    }

    /// <summary>Takes a failure unless its signature has an earlier one.</summary>
    public void Add(Failure failure)
    {
        var key = failure.Signature.ToString();
        if (!_first.TryGetValue(key, out var first) || failure.Case < first.Case) _first[key] = failure;
    }

    /// <summary>Counts the loss of a target by an operation.</summary>
    /// <returns>How often that skeleton has lost it by now.</returns>
    public int CountLoss(string skeleton)
    {
        _losses.TryGetValue(skeleton, out var count);
        return _losses[skeleton] = count + 1;
    }
}
