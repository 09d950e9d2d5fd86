using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What the supervisor asks of a worker process: one line of JSON each.</summary>
internal abstract record WorkerRequest
{
    private WorkerRequest()
    {
    }

    /// <summary>Open a target in an area. The first request, and again to make the target afresh.</summary>
    public sealed record Open(string Area, string Target, WorkerDraws Draws, string Heartbeat) : WorkerRequest;

    /// <summary>
    /// Run a block of cases, for at most some milliseconds, and record it under a path; empty not to.
    /// </summary>
    public sealed record Block(long First, int Count, ValueList<WorkerLoss> Losses, long Milliseconds, string Record)
        : WorkerRequest;

    /// <summary>Run one sequence, given as a scenario.</summary>
    public sealed record Evaluate(string Scenario) : WorkerRequest;

    /// <summary>Run one sequence and ask another area about what was done to the implementation.</summary>
    public sealed record AskAgain(string Scenario) : WorkerRequest;
}

/// <summary>A case that took a worker with it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Step">The step at which it did; -1 for the reset before the first.</param>
/// <param name="Skeleton">The skeleton of the operation that did.</param>
/// <param name="Kind">How.</param>
/// <param name="Detail">What is known of it.</param>
internal sealed record WorkerLoss(long Case, int Step, string Skeleton, Loss Kind, string Detail);
