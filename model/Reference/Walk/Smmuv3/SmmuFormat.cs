using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>Arm SMMUv3, the Non-secure programming interface.</summary>
/// <param name="rules">The decisions of the specification.</param>
public sealed class SmmuFormat(SmmuRules rules) : WalkFormat
{
    private const int AccessFlag = 10;
    private const int WriteRight = 7;
    private const int DirtyModifier = 51;

    private readonly SmmuWalk _walk = new(rules);
    private readonly SmmuRetirement _retirement = new(rules);

    /// <inheritdoc/>
    public override FormatRequirements Requirements => WalkRequirements.Smmuv3;

    /// <inheritdoc/>
    public override int WordsOfRecord => SmmuRecord.Words;

    /// <inheritdoc/>
    public override WalkResult Walk(WalkUnit unit, in WalkRequest request, IEntries entries) =>
        _walk.Of(Of(unit), request, entries);

    /// <inheritdoc/>
    public override CommandEffect Decode(WalkUnit unit, ValueList<Word> command) => SmmuCommands.Decode(
        Of(unit), command.Count > 0 ? command[0] : default, command.Count > 1 ? command[1] : default);

    /// <inheritdoc/>
    public override bool MayCache(WalkUnit unit, in EntryUse use, ReadOnlySpan<Word> content) =>
        rules.MayCache(Of(unit), use, content);

    /// <summary>Stream table entries and context descriptors that are not valid are all alike.</summary>
    /// <inheritdoc/>
    public override bool IsSame(in EntryUse use, ReadOnlySpan<Word> one, ReadOnlySpan<Word> other)
    {
        if (one.SequenceEqual(other)) return true;
        return use.Kind switch
        {
            EntryKind.Requester => !new StreamEntry(one).V && !new StreamEntry(other).V,
            EntryKind.Pasid => !new ContextEntry(one).V && !new ContextEntry(other).V,
            _ => false,
        };
    }

    /// <summary>The access flag is set by speculation too, and of tables of stage 2 the dirty state.</summary>
    /// <inheritdoc/>
    public override Word MayMark(WalkUnit unit, Word entry)
    {
        var marks = Of(unit).Marks;
        var used = marks > 0 && !entry.Has(AccessFlag) ? default(Word).Flip(AccessFlag) : default;
        return marks > 1 && entry.Has(DirtyModifier) ? used.Flip(WriteRight) : used;
    }

    /// <inheritdoc/>
    public override bool IsRetired(
        in EntryUse use, ReadOnlySpan<Word> content, long died, CommandLog commands) =>
        _retirement.IsRetired(use, content, died, commands);

    /// <summary>Other events than those of requests say nothing of them.</summary>
    /// <inheritdoc/>
    public override FaultFields? Read(ReadOnlySpan<Word> record) =>
        record[0].Field(7, 0) is 0x24 or (>= 0xe0 and <= 0xef) ? null : SmmuRecord.Read(record);

    /// <inheritdoc/>
    public override ValueList<Word> Write(in WalkRequest request, WalkFault fault) => rules.Record(request, fault);

    private static SmmuUnit Of(WalkUnit unit) => new((WalkUnit.Smmuv3)unit);
}
