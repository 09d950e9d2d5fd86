using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Where a target comes from: what a connection string stands for.</summary>
/// <param name="Connection">The connection string.</param>
/// <param name="NeedsWorker">Whether it is played in a process of its own.</param>
/// <param name="Open">Makes a fresh target; it is disposed of if it can be.</param>
public sealed record TargetSource(string Connection, bool NeedsWorker, Func<ITarget> Open)
{
    /// <summary>Whether there is only one of it: then one worker plays it.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Whether others use it: new ways to crash it are for its makers alone.</summary>
    public bool IsProduct { get; init; }
}
