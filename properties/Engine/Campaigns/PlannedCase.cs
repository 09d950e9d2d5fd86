using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A sequence of operations with the answers of an implementation that conforms.</summary>
internal sealed class PlannedCase
{
    public const int MostOperations = 400;
    public const int MeanOperations = 60;

    private readonly PlannedStep[] _steps = new PlannedStep[MostOperations];

    public int Count { get; private set; }

    public ReadOnlySpan<PlannedStep> Steps => _steps.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(Operation operation, Observation answer) => _steps[Count++] = new PlannedStep(operation, answer);

    /// <summary>The operations of the first steps.</summary>
    public List<Operation> Operations(int count)
    {
        var operations = new List<Operation>(count);
        foreach (var step in Steps[..count]) operations.Add(step.Operation);
        return operations;
    }
}

/// <summary>An operation of a plan and the answer of an implementation that conforms.</summary>
internal readonly record struct PlannedStep(Operation Operation, Observation Answer);
