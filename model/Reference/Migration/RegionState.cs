using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>What is known of a device of the first version in the middle of a case.</summary>
/// <param name="traits">What the device is.</param>
public sealed class RegionState(RegionTraits traits)
{
    /// <summary>What the device is.</summary>
    public RegionTraits Traits { get; } = traits;

    /// <summary>A device that conforms and has gone through the same operations: it answers for the plan.</summary>
    public RegionModel Model { get; } = new(traits, RegionRules.Standard);

    /// <summary>How many steps were done.</summary>
    public int Step { get; set; }

    /// <summary>Which words its state may be.</summary>
    public RegionBelief Belief { get; set; } = RegionBelief.Of(RegionBits.Running);

    /// <summary>What the state was changed by last.</summary>
    public Cause Cause { get; set; } = Cause.Start;

    /// <summary>Whether the next change may fail because it was made to.</summary>
    public bool MayFail { get; set; }

    /// <summary>The words of internal state; null where they are not known.</summary>
    public Word?[] Registers { get; } = new Word?[traits.Registers];

    /// <summary>What each word owes its value to.</summary>
    public Origin[] Origins { get; } = new Origin[traits.Registers];

    /// <summary>What the device does on its own when it may; null if that is not known.</summary>
    public DeviceWork? Work { get; set; } = DeviceWork.None;

    /// <summary>The stream that is being read.</summary>
    public RegionStream? Stream { get; set; }

    /// <summary>The last stream that was read as a whole.</summary>
    public RegionStream? Whole { get; set; }

    /// <summary>The steps that have copied a segment out.</summary>
    public SortedSet<int> Segments { get; } = [];

    /// <summary>What pending_bytes was, while nothing has changed since; null if that is not known.</summary>
    public ByteCount? Pending { get; set; }

    /// <summary>Whether a segment was asked for.</summary>
    public bool IsCommitted { get; set; }

    /// <summary>Whether that segment was copied.</summary>
    public bool IsCopied { get; set; }

    /// <summary>Where it is; null if that is not known.</summary>
    public ByteCount? Offset { get; set; }

    /// <summary>How long it is; null if that is not known.</summary>
    public ByteCount? Size { get; set; }

    /// <summary>The segments that were written since loading began.</summary>
    public List<int> Received { get; } = [];

    /// <summary>Whether one of them failed, or it is not known since when the device loads.</summary>
    public bool IsUnclear { get; set; }

    /// <summary>Whether what was written so far is the beginning of the last whole stream.</summary>
    public bool ReceivesWhole => Whole is { } whole && !IsUnclear && Received.Count <= whole.Segments.Count
        && Received.SequenceEqual(whole.Segments.Take(Received.Count));

    /// <summary>Whether all of that stream was written.</summary>
    public bool HasReceivedAll => ReceivesWhole && Received.Count == Whole!.Segments.Count;

    /// <summary>The device may have failed.</summary>
    public void MayBeError()
    {
        Belief = Belief.Or(RegionBelief.Of(RegionWord.Error));
        if (Traits.HasNoDma) Belief = Belief.Or(RegionBelief.Of(RegionWord.Error | RegionBits.NoDma));
    }

    /// <summary>Nothing is known of a segment any more; one that was asked for and not copied is lost.</summary>
    public void ForgetSegment()
    {
        if (IsCommitted && !IsCopied && Stream is { } stream) stream.IsSpoilt = true;
        (IsCommitted, IsCopied, Offset, Size, Pending) = (false, false, null, null, null);
    }

    /// <summary>Nothing is known of the internal state any more.</summary>
    public void ForgetInternalState()
    {
        Array.Clear(Registers);
        Work = null;
        Stream = null;
        IsUnclear = true;
    }
}
