using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>Intel VT-d, legacy and scalable mode.</summary>
/// <param name="rules">The decisions of the specification.</param>
public sealed class VtdFormat(VtdRules rules) : WalkFormat
{
    private readonly VtdWalk _walk = new(rules);
    private readonly VtdMessages _messages = new(rules);
    private readonly VtdRetirement _retirement = new(rules);

    /// <inheritdoc/>
    public override FormatRequirements Requirements => WalkRequirements.Vtd;

    /// <inheritdoc/>
    public override MessageFormat Messages => _messages;

    /// <inheritdoc/>
    public override int WordsOfRecord => VtdRecord.Words;

    /// <summary>A and D of first-stage entries, EA, and A and D of second-stage entries.</summary>
    public override Word MarkBits => new(0x760);

    /// <inheritdoc/>
    public override WalkResult Walk(WalkUnit unit, in WalkRequest request, IEntries entries) =>
        _walk.Of(new VtdUnit((WalkUnit.Vtd)unit), request, entries);

    /// <inheritdoc/>
    public override CommandEffect Decode(WalkUnit unit, ValueList<Word> command) => VtdCommands.Decode(
        new VtdUnit((WalkUnit.Vtd)unit),
        command.Count > 0 ? command[0] : default,
        command.Count > 1 ? command[1] : default);

    /// <summary>
    /// Without caching mode what is absent or erroneous is never cached; a register that was never programmed has
    /// been used by nobody.
    /// </summary>
    /// <inheritdoc/>
    public override bool MayCache(WalkUnit unit, in EntryUse use, ReadOnlySpan<Word> content)
    {
        if (use.Kind == EntryKind.Switch) return false;
        if (use.Kind is EntryKind.Register or EntryKind.Interrupts) return content[0] != default;
        return rules.MayCache(new VtdUnit((WalkUnit.Vtd)unit), use, content);
    }

    /// <inheritdoc/>
    public override bool IsRetired(
        in EntryUse use, ReadOnlySpan<Word> content, long died, CommandLog commands) =>
        _retirement.IsRetired(use, content, died, commands);

    /// <inheritdoc/>
    public override bool IsForMemory(WalkUnit unit, in WalkRequest request) => !_messages.IsMessage(request.At);

    /// <summary>FI has no bits at or above MGAW.</summary>
    /// <inheritdoc/>
    public override ValueList<Iova> PagesOf(WalkUnit unit, Iova at)
    {
        var page = at.PageStart();
        var width = new VtdUnit((WalkUnit.Vtd)unit).GuestWidth;
        return [page, new Iova(page.Value & ((1ul << width) - 1))];
    }

    /// <inheritdoc/>
    public override FaultFields? Read(ReadOnlySpan<Word> record) => VtdRecord.Read(record);

    /// <inheritdoc/>
    public override ValueList<Word> Write(in WalkRequest request, WalkFault fault) =>
        rules.Record(request, fault);
}
