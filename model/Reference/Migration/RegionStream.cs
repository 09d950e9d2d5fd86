using IoSpec.Contracts;

namespace IoSpec.Reference.Migration;

/// <summary>What was read from a device of the first version between the beginning of saving and its end.</summary>
public sealed class RegionStream
{
    /// <summary>The steps that copied its segments, in order.</summary>
    public List<int> Segments { get; } = [];

    /// <summary>What the device was when it stood still; null before that.</summary>
    public SavedState? Saved { get; set; }

    /// <summary>How many bytes were read since then.</summary>
    public ByteCount Final { get; set; }

    /// <summary>Whether nothing was left.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Whether a part of it is missing, or the device has run on.</summary>
    public bool IsSpoilt { get; set; }

    /// <summary>Whether it is all that is needed.</summary>
    public bool IsWhole => HasEnded && !IsSpoilt && Saved is not null;
}
