using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Whatever plays a target: in this process, or in a worker process.</summary>
internal interface IBlockSource : IDisposable
{
    TargetIdentity Identity { get; }

    Capabilities? Capabilities { get; }

    /// <summary>Runs a block of cases.</summary>
    BlockResult Run(long first, int count, Func<bool> goesOn);

    /// <summary>Runs cases once more, to know what they reach: all of them, and they are not recorded.</summary>
    BlockResult RunAgain(long first, int count);

    /// <summary>Runs one sequence and says what it violates.</summary>
    Outcome Evaluate(Configuration configuration, IReadOnlyList<Operation> operations);

    /// <summary>Runs one sequence and asks another area about what was done to the implementation.</summary>
    SecondOpinion? AskAgain(Configuration configuration, IReadOnlyList<Operation> operations);

    /// <summary>Makes the target afresh: a new process, if it has one.</summary>
    void Renew();
}
