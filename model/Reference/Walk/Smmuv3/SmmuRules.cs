using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>The decisions of SMMUv3, one method each; a faulty unit overrides one.</summary>
public class SmmuRules
{
    /// <summary>What the specification says.</summary>
    public static SmmuRules Standard { get; } = new();

    /// <summary>Whether a StreamID is inside the stream table (LOG2SIZE).</summary>
    public virtual bool IsStreamWithin(RequesterId stream, int bits) => bits >= 32 || stream.Value >> bits == 0;

    /// <summary>Whether a StreamID is inside the array of a level 1 descriptor (Span).</summary>
    public virtual bool IsInSpan(uint index, int span, int split) =>
        span is >= 1 and <= 11 && span <= split + 1 && index >> (span - 1) == 0;

    /// <summary>Whether a stream table entry is ILLEGAL.</summary>
    public virtual bool IsStreamBroken(SmmuUnit unit, StreamEntry entry) => StreamLaw.IsBroken(unit, entry);

    /// <summary>Whether a context descriptor is ILLEGAL.</summary>
    public virtual bool IsContextBroken(SmmuUnit unit, bool stallsDisabled, ContextEntry entry) =>
        ContextLaw.IsBroken(unit, stallsDisabled, entry);

    /// <summary>Whether a SubstreamID has a context descriptor (S1CDMax).</summary>
    public virtual bool IsSubstreamWithin(Pasid substream, int bits) => substream.Value >> bits == 0;

    /// <summary>Whether an address is in the half of its bit 55: all bits above the width are alike.</summary>
    public virtual bool IsWithinHalf(Iova at, int width, bool ignoresTop)
    {
        var extended = (long)at.Value;
        if (ignoresTop) extended = extended << 8 >> 8;
        return extended >> width == ((at.Value >> 55 & 1) != 0 ? -1 : 0);
    }

    /// <summary>Whether an intermediate address is inside the width of stage 2.</summary>
    public virtual bool IsWithinSecond(Iova at, int width) => at.Value >> width == 0;

    /// <summary>The entry of a table of stage 2 for an address.</summary>
    public virtual Gpa Slot(TableShape shape, Gpa table, Iova at, int level) => shape.Slot(table, at, level);

    /// <summary>Whether an entry is valid.</summary>
    public virtual bool IsPresent(Word entry) => entry.Has(0);

    /// <summary>Whether an entry is of a kind that its level has.</summary>
    public virtual bool IsOfLevel(TableShape shape, Word entry, int level, int outputBits) =>
        level == 1 ? entry.Has(1) : entry.Has(1) || shape.HasLeaf(level, outputBits);

    /// <summary>Whether an address that an entry names is inside the output size.</summary>
    public virtual bool IsOutputWithin(Gpa output, int bits) => output.Value >> bits == 0;

    /// <summary>The part of an address that stays, below the lowest bit that a leaf translates.</summary>
    public virtual ulong Offset(Iova at, int low) => at.Value & ((1ul << low) - 1);

    /// <summary>Whether the access flag of a leaf lets a request pass.</summary>
    public virtual bool IsAccessed(Word entry, bool isMarked, bool isDisabled) =>
        isMarked || isDisabled || entry.Has(10);

    /// <summary>Whether a leaf of stage 1 and the tables above it give a right.</summary>
    public virtual bool Permits(in FirstRights rights, Word leaf) => rights.Permit(leaf);

    /// <summary>Whether a leaf of stage 2 gives a right.</summary>
    public virtual bool PermitsSecond(in SecondRights rights, Word leaf) => rights.Permit(leaf);

    /// <summary>Whether a fault of stage 1 is recorded (R).</summary>
    public virtual bool IsRecorded(ContextEntry entry) => entry.R;

    /// <summary>Whether a fault of stage 2 is recorded (S2R).</summary>
    public virtual bool IsRecorded(StreamEntry entry) => entry.S2R;

    /// <summary>Whether an entry that is used is marked so.</summary>
    public virtual bool MarksUsed => true;

    /// <summary>Whether an entry may be cached: of tables only what is valid.</summary>
    public virtual bool MayCache(SmmuUnit unit, in EntryUse use, ReadOnlySpan<Word> content) =>
        SmmuCaching.MayCache(unit, use, content);

    /// <summary>Whether a scope covers the former content of a table entry, whatever it was combined with.</summary>
    public virtual bool CoversPage(SmmuScope scope, in EntryUse use, bool isLeaf) =>
        SmmuCoverage.CoversPage(scope, use, isLeaf);

    /// <summary>Whether a scope covers a configuration entry.</summary>
    public virtual bool CoversConfiguration(SmmuScope scope, in EntryUse use) =>
        SmmuCoverage.CoversConfiguration(scope, use);

    /// <summary>The record of a fault.</summary>
    public virtual ValueList<Word> Record(in WalkRequest request, WalkFault fault) => SmmuRecord.Write(request, fault);
}
