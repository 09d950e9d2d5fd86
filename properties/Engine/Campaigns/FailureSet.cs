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

    /// <summary>The loss of a target at the last of some operations; at the start of a case, of none.</summary>
    public static Failure LossOf(
        Area area, Lost lost, long index, Configuration configuration, List<Operation> operations)
    {
        var field = lost.Kind.ToString().ToLowerInvariant();
        var violation = new Violation(area.Liveness, field, Deviation.Missing, "an answer", lost.Detail);
        var kind = operations.Count == 0 ? "reset" : Printer.KindOf(operations[^1]);
        var signature = new Signature(area.Liveness.Id, field, kind, Deviation.Missing);
        var seen = operations.Select(Observation (_) => lost).ToList();
        return new Failure(signature, violation, index, configuration, operations, seen);
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
