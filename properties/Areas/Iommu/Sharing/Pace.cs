namespace IoSpec.Areas.Iommu.Sharing;

/// <summary>Keeps the writer and the readers together, also where they have to take turns on a processor.</summary>
/// <param name="readers">How many readers there are.</param>
internal sealed class Pace(int readers)
{
    private const int ReadsOfStep = 64;
    private const int MostAhead = 4;

    private readonly long[] _reads = new long[readers];
    private long _steps;

    /// <summary>Whether all readers are done.</summary>
    public bool IsOver => Slowest() == long.MaxValue;

    /// <summary>A reader has made so many reads; it waits if that is far more than the writer has steps for.</summary>
    public void Read(int reader, long reads)
    {
        if (reads % ReadsOfStep != 0) return;
        Volatile.Write(ref _reads[reader], reads);
        var spin = default(SpinWait);
        while (reads / ReadsOfStep > Volatile.Read(ref _steps) + MostAhead) spin.SpinOnce(sleep1Threshold: -1);
    }

    /// <summary>A reader makes no more reads.</summary>
    public void End(int reader) => Volatile.Write(ref _reads[reader], long.MaxValue);

    /// <summary>The writer has made a step; it waits until the readers have seen what it did.</summary>
    public void Step()
    {
        _steps++;
        Volatile.Write(ref _steps, _steps);
        var spin = default(SpinWait);
        while (Slowest() / ReadsOfStep < _steps - 1) spin.SpinOnce(sleep1Threshold: -1);
    }

    private long Slowest()
    {
        var slowest = long.MaxValue;
        for (var i = 0; i < _reads.Length; i++) slowest = Math.Min(slowest, Volatile.Read(ref _reads[i]));
        return slowest;
    }
}
