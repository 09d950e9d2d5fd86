using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A sequence of operations with the answers of an implementation that conforms.</summary>
internal sealed class PlannedCase
{
    public const int MostOperations = 400;
    public const int MeanOperations = 60;

    private readonly Operation[] _operations = new Operation[MostOperations];
    private readonly Observation[] _answers = new Observation[MostOperations];

    public int Count { get; private set; }

    public ReadOnlySpan<Operation> Operations => _operations.AsSpan(0, Count);

    public ReadOnlySpan<Observation> Answers => _answers.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(Operation operation, Observation answer)
    {
        _operations[Count] = operation;
        _answers[Count++] = answer;
    }
}
