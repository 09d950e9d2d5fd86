namespace IoSpec.Contracts.Dma;

/// <summary>When addresses that are no longer mapped are refreshed and handed out again.</summary>
public abstract record DmaPolicy
{
    private DmaPolicy()
    {
    }

    /// <summary>Before an unmap returns.</summary>
    public sealed record Strict : DmaPolicy;

    /// <summary>Later: they wait in a queue until everything is refreshed at once.</summary>
    /// <param name="Entries">How many unmaps a queue holds, from 1.</param>
    /// <param name="Timeout">How long an unmap waits at most.</param>
    /// <param name="PerProcessor">Whether every processor has a queue of its own; false for one that all share.</param>
    public sealed record Lazy(int Entries, Duration Timeout, bool PerProcessor) : DmaPolicy;
}
