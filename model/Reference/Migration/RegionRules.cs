using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>The decisions of a device of the first version; a faulty one overrides one of them.</summary>
public class RegionRules
{
    /// <summary>The specification.</summary>
    public static RegionRules Standard { get; } = new();

    /// <summary>Whether a word is taken for one of a state.</summary>
    public virtual bool IsLegal(RegionTraits traits, RegionBits to) => traits.IsLegal(to);

    /// <summary>Whether a change from one legal word to another is done.</summary>
    /// <param name="from">The word before.</param>
    /// <param name="to">The word that is written.</param>
    /// <param name="pending">The words of the stream that were not read yet.</param>
    public virtual bool Takes(RegionBits from, RegionBits to, int pending) => !RegionWord.IsError(from);

    /// <summary>The word after a change that was done.</summary>
    public virtual RegionBits AfterChange(RegionBits from, RegionBits to) => to;

    /// <summary>The word after a change that failed, which the specification leaves open.</summary>
    public virtual RegionBits AfterFailure(RegionBits from, int after) => after % 2 == 1 ? RegionWord.Error : from;

    /// <summary>The word after a reset.</summary>
    public virtual RegionBits AfterReset(RegionBits before) => RegionBits.Running;

    /// <summary>What a device may do on its own.</summary>
    public virtual DeviceWork Permitted(RegionBits bits)
    {
        if (!RegionWord.Runs(bits)) return DeviceWork.None;
        return (bits & RegionBits.NoDma) == 0
            ? DeviceWork.Memory | DeviceWork.Peer | DeviceWork.Interrupts
            : DeviceWork.Interrupts;
    }

    /// <summary>Whether a read of pending_bytes drops a segment that nobody has asked for.</summary>
    public virtual bool PendingTakes => false;

    /// <summary>Whether a second read of data_offset asks for the next segment.</summary>
    public virtual bool OffsetMovesOn => false;

    /// <summary>Where in the region a segment is put.</summary>
    public virtual ByteCount DataOffset => RegionTraits.Fields;

    /// <summary>How many words of the stream are never left behind.</summary>
    public virtual int WordsKept => 0;

    /// <summary>Whether the stream begins again once its end was told.</summary>
    public virtual bool BeginsAgain => false;

    /// <summary>Whether the reserved field holds what was written.</summary>
    public virtual bool ReservedHolds => false;

    /// <summary>Whether the final state is streamed once the device stands still.</summary>
    /// <param name="from">The word before it stood still.</param>
    public virtual bool StreamsFinalState(RegionBits from) => true;

    /// <summary>Whether a segment that was taken can be loaded.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="window">The words of the longest one.</param>
    public virtual bool LoadsSegment(int words, int window) => true;
}
