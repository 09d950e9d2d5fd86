namespace IoSpec.Engine;

/// <summary>How much is done at a time by all campaigns of a run together.</summary>
/// <param name="count">How many pieces of work: blocks and failures that are shrunk.</param>
public sealed class WorkSlots(int count) : IDisposable
{
    private readonly SemaphoreSlim _free = new(count, count);

    /// <summary>Does a piece of work as soon as a slot is free.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="work">The work.</param>
    /// <returns>What it has given.</returns>
    public T Do<T>(Func<T> work)
    {
        _free.Wait();
        try
        {
            return work();
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();
}
