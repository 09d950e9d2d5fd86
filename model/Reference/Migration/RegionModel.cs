using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>A device of the first version of the interface that follows the rules.</summary>
/// <param name="traits">What it is.</param>
/// <param name="rules">The decisions of the specification.</param>
public sealed class RegionModel(RegionTraits traits, RegionRules rules)
{
    /// <summary>What it is.</summary>
    public RegionTraits Traits { get; } = traits;

    /// <summary>The decisions of the specification.</summary>
    public RegionRules Rules { get; } = rules;

    /// <summary>Its state.</summary>
    public RegionBits Bits { get; set; } = RegionBits.Running;

    /// <summary>The number of the failure that was asked for; null if the next change does not fail.</summary>
    public int? FailAfter { get; set; }

    /// <summary>The words of internal state.</summary>
    public Word[] Registers { get; } = new Word[traits.Registers];

    /// <summary>What it does on its own when it may.</summary>
    public DeviceWork Work { get; set; }

    /// <summary>What the reserved field holds.</summary>
    public Word Reserved { get; set; }

    /// <summary>The words of the stream that are left to be read.</summary>
    public List<StreamWord> Left { get; } = [];

    /// <summary>How many of them are the segment that was asked for.</summary>
    public int Committed { get; set; }

    /// <summary>The segments that were copied out, by the step that did it.</summary>
    public Dictionary<int, StreamWord[]> Segments { get; } = [];

    /// <summary>What was loaded.</summary>
    public List<StreamWord> Received { get; } = [];

    /// <summary>Whether a part of that is taken for no state of the device.</summary>
    public bool CannotLoad { get; set; }

    /// <summary>How many words the longest segment has.</summary>
    public int Window => (int)Math.Min((Traits.Size.Value - RegionTraits.Fields.Value) / 8, int.MaxValue);

    /// <summary>How many bytes of the stream a word takes: fewer if the streams are to be short.</summary>
    public ulong WordBytes => Math.Min(8, Traits.Longest.Value / (1 + (2 * (ulong)Traits.Registers)));

    /// <summary>How many words the next segment has.</summary>
    public int NextSegment => Committed > 0 ? Committed : Math.Min(Window, Left.Count);
}
