using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Thrown when a worker process has ended or stands still; the supervisor makes it a verdict.</summary>
internal sealed class WorkerLostException(Loss kind, string detail, long index, int step) : Exception(detail)
{
    public Loss Kind { get; } = kind;

    public long Case { get; } = index;

    public int Step { get; } = step;
}
