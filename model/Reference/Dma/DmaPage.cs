using IoSpec.Contracts;

namespace IoSpec.Reference.Dma;

/// <summary>What is known of one page of the aperture, besides what is mapped there.</summary>
public sealed class DmaPage
{
    /// <summary>Whether it was ever mapped.</summary>
    public bool WasUsed { get; set; }

    /// <summary>When it was unmapped.</summary>
    public Instant UnmappedAt { get; set; }

    /// <summary>Whether it may still wait in a queue.</summary>
    public bool IsWithheld { get; set; }

    /// <summary>Whether everything was being refreshed when it was unmapped.</summary>
    public bool DuringFlush { get; set; }

    /// <summary>Whether a map has refreshed everything of a device since.</summary>
    public bool SinceRetry { get; set; }

    /// <summary>Whether the last map of it failed.</summary>
    public bool HasFailed { get; set; }
}
