namespace IoSpec.Engine;

/// <summary>How a worker process is started: a program that calls <see cref="Worker.Serve"/> at once.</summary>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record WorkerCommand(string Program, IReadOnlyList<string> Arguments);
