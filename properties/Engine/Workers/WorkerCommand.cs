namespace IoSpec.Engine;

/// <summary>How a worker process is started: a program that calls <see cref="Worker.Serve"/> at once.</summary>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record WorkerCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Ends what a worker has left behind, by the id of its process; null if that is not known.</summary>
    public Action<int>? Sweep { get; init; }
}
