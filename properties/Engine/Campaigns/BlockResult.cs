namespace IoSpec.Engine;

/// <summary>What a block of cases has shown.</summary>
/// <param name="First">The first case of the block.</param>
/// <param name="Evidence">What was put to the test.</param>
/// <param name="Failures">Of every signature the first failure.</param>
internal sealed record BlockResult(long First, Evidence Evidence, IReadOnlyList<Failure> Failures)
{
    /// <summary>Whether all of its cases were run that another run of it would run.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>The skeletons of operations that were avoided at its end, because they had lost the target.</summary>
    public IReadOnlyList<string> Avoided { get; init; } = [];

    /// <summary>
    /// A loss that ended the block early, because its case did not show it when it was played one by one; null if none.
    /// </summary>
    public Failure? Unexplained { get; init; }
}
