using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What a worker process answers: one line of JSON each.</summary>
internal abstract record WorkerReply
{
    private WorkerReply()
    {
    }

    /// <summary>The target is open. The capabilities are JSON, or empty for everything.</summary>
    public sealed record Opened(string Name, string Version, string Capabilities, bool KeepsTime)
        : WorkerReply;

    /// <summary>The target cannot be started.</summary>
    public sealed record Unavailable(string Reason) : WorkerReply;

    /// <summary>
    /// The block was run, as far as there was time; at its end these skeletons of operations were avoided.
    /// </summary>
    public sealed record Ran(
        WorkerEvidence Evidence, ValueList<WorkerFailure> Failures, ValueList<string> Avoided, bool IsWhole)
        : WorkerReply;

    /// <summary>The sequence was run; the scenario holds what was done and seen.</summary>
    public sealed record Evaluated(string Scenario, ValueList<WorkerViolation> Violations) : WorkerReply;

    /// <summary>Another area was asked; null if the target records nothing.</summary>
    public sealed record Opinion(SecondOpinion? Second) : WorkerReply;

    /// <summary>The suite itself is wrong.</summary>
    public sealed record Broken(string Message) : WorkerReply;
}
