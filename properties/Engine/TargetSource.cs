using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Where a target comes from: what a connection string stands for.</summary>
/// <param name="Connection">The connection string.</param>
/// <param name="NeedsWorker">Whether it is played in a process of its own.</param>
/// <param name="Open">Makes a fresh target; it is disposed of if it can be.</param>
public sealed record TargetSource(string Connection, bool NeedsWorker, Func<ITarget> Open)
{
    /// <summary>Whether it can be opened only once at a time.</summary>
    public bool IsSingle { get; init; }
}
