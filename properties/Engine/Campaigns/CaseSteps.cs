using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>The steps of one case: as planned, or as played.</summary>
internal sealed class CaseSteps
{
    public const int MostOperations = 400;
    public const int MeanOperations = 60;

    private readonly CaseStep[] _steps = new CaseStep[MostOperations];

    public int Count { get; private set; }

    public ReadOnlySpan<CaseStep> Steps => _steps.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(Operation operation, Observation answer) => _steps[Count++] = new CaseStep(operation, answer);

    /// <summary>Becomes equal to others.</summary>
    public void TakeFrom(CaseSteps other)
    {
        other.Steps.CopyTo(_steps);
        Count = other.Count;
    }

    /// <summary>The operations of the first steps.</summary>
    public List<Operation> Operations(int count)
    {
        var operations = new List<Operation>(count);
        foreach (var step in Steps[..count]) operations.Add(step.Operation);
        return operations;
    }

    /// <summary>What was answered in all steps.</summary>
    public List<Observation> Answers()
    {
        var answers = new List<Observation>(Count);
        foreach (var step in Steps) answers.Add(step.Answer);
        return answers;
    }
}

/// <summary>
/// An operation, and the answer that is expected of an implementation that conforms or that was seen.
/// </summary>
internal readonly record struct CaseStep(Operation Operation, Observation Answer);
