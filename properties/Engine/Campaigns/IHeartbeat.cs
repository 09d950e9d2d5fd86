namespace IoSpec.Engine;

/// <summary>Where a run says how far it has come, for whoever watches it.</summary>
internal interface IHeartbeat
{
    /// <summary>A step begins.</summary>
    /// <param name="index">The case.</param>
    /// <param name="step">The step, from 0; -1 for the reset before the first.</param>
    void Beat(long index, int step);
}

/// <summary>Nobody watches.</summary>
internal sealed class NoHeartbeat : IHeartbeat
{
    public static NoHeartbeat Instance { get; } = new();

    public void Beat(long index, int step)
    {
    }
}
