using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>AMD-Vi: host tables, and guest tables over them.</summary>
/// <param name="rules">The decisions of the specification.</param>
public sealed class AmdviFormat(AmdviRules rules) : WalkFormat
{
    private static readonly IovaRange InterruptRange = new(new Iova(0xfee0_0000), new Iova(0xfeef_ffff));
    private static readonly IovaRange BusRange = new(new Iova(0xfd_0000_0000), new Iova(0xff_ffff_ffff));

    private readonly AmdviWalk _walk = new(rules);
    private readonly AmdviRetirement _retirement = new(rules);

    /// <inheritdoc/>
    public override FormatRequirements Requirements => WalkRequirements.Amdvi;

    /// <inheritdoc/>
    public override int WordsOfRecord => AmdviRecord.Words;

    /// <summary>A and D of entries of host and guest tables.</summary>
    public override Word MarkBits => new(0x60);

    /// <inheritdoc/>
    public override WalkResult Walk(WalkUnit unit, in WalkRequest request, IEntries entries) =>
        _walk.Of(Of(unit), request, entries);

    /// <inheritdoc/>
    public override CommandEffect Decode(WalkUnit unit, ValueList<Word> command) => AmdviCommands.Decode(
        Of(unit), command.Count > 0 ? command[0] : default, command.Count > 1 ? command[1] : default);

    /// <summary>A register that was never programmed has been used by nobody.</summary>
    /// <inheritdoc/>
    public override bool MayCache(WalkUnit unit, in EntryUse use, ReadOnlySpan<Word> content) => use.Kind switch
    {
        EntryKind.Switch => false,
        EntryKind.Register => content[0] != default,
        _ => rules.MayCache(Of(unit), use, content),
    };

    /// <summary>Device table entries that are not valid are all alike.</summary>
    /// <inheritdoc/>
    public override bool IsSame(in EntryUse use, ReadOnlySpan<Word> one, ReadOnlySpan<Word> other) =>
        one.SequenceEqual(other)
        || (use.Kind == EntryKind.Requester && !new DeviceEntry(one).V && !new DeviceEntry(other).V);

    /// <inheritdoc/>
    public override bool IsRetired(
        in EntryUse use, ReadOnlySpan<Word> content, long died, CommandLog commands) =>
        _retirement.IsRetired(use, content, died, commands);

    /// <inheritdoc/>
    public override bool IsForMemory(WalkUnit unit, in WalkRequest request) =>
        !InterruptRange.Contains(request.At) && !BusRange.Contains(request.At);

    /// <inheritdoc/>
    public override FaultFields? Read(ReadOnlySpan<Word> record) => AmdviRecord.Read(record);

    /// <inheritdoc/>
    public override ValueList<Word> Write(in WalkRequest request, WalkFault fault) => rules.Record(request, fault);

    private static AmdviUnit Of(WalkUnit unit) => new((WalkUnit.Amdvi)unit);
}
