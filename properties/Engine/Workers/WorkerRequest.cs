using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What the supervisor asks of a worker process: one line of JSON each.</summary>
internal abstract record WorkerRequest
{
    private WorkerRequest()
    {
    }

    /// <summary>Open a target in an area. The first request, and again to make the target afresh.</summary>
    public sealed record Open(
        string Area, string Target, ulong Seed, string Heartbeat, ValueList<string> Without) : WorkerRequest;

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

/// <summary>A case that took a worker with it, and the skeleton of the operation that did.</summary>
internal sealed record WorkerLoss(long Case, string Skeleton);
