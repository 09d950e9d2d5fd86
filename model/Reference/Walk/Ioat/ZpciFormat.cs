using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Ioat;

/// <summary>The tables of PCI functions of s390.</summary>
/// <param name="rules">The decisions of the sources.</param>
public sealed class ZpciFormat(ZpciRules rules) : WalkFormat
{
    private readonly ZpciWalk _walk = new(rules);
    private readonly ZpciCommands _commands = new(rules);

    /// <inheritdoc/>
    public override FormatRequirements Requirements => WalkRequirements.Zpci;

    /// <inheritdoc/>
    public override int WordsOfRecord => ZpciRecord.Words;

    /// <inheritdoc/>
    public override Word AddressBits => new(~0x7fful);

    /// <inheritdoc/>
    public override WalkResult Walk(WalkUnit unit, in WalkRequest request, IEntries entries) =>
        _walk.Of(Of(unit), request, entries);

    /// <summary>What an instruction is depends on what is registered.</summary>
    /// <inheritdoc/>
    public override CommandEffect Decode(WalkUnit unit, ValueList<Word> command) => CommandEffect.Open.Instance;

    /// <inheritdoc/>
    public override CommandEffect Decode(WalkState state, ValueList<Word> command) =>
        _commands.Decode(state, command);

    /// <inheritdoc/>
    public override bool MaySubmit(WalkState state, ValueList<Word> command) => ZpciCommands.IsTold(state, command);

    /// <summary>Functions have tables by commands only.</summary>
    /// <inheritdoc/>
    public override bool MayProgram(UnitRegister register, Word now, Word value) => false;

    /// <inheritdoc/>
    public override bool HasTables(WalkState state, RequesterId requester) =>
        state.Register(UnitRegister.Function, requester).Now != default;

    /// <summary>What is registered counts at once; that nothing was cached counts until there is a refresh.</summary>
    /// <inheritdoc/>
    public override bool MayCache(WalkUnit unit, in EntryUse use, ReadOnlySpan<Word> content) => use.Kind switch
    {
        EntryKind.Register => false,
        EntryKind.Directory => rules.CachesAbsence(Of(unit)),
        _ => rules.CachesAbsence(Of(unit)) || ZpciRules.Standard.IsValid(content[0], use.Level),
    };

    /// <summary>Invalid entries are all alike, but for those that were never written.</summary>
    /// <inheritdoc/>
    public override bool IsSame(in EntryUse use, ReadOnlySpan<Word> one, ReadOnlySpan<Word> other) =>
        one.SequenceEqual(other)
        || (use.Kind == EntryKind.Page && IsAbsent(one[0], use.Level) && IsAbsent(other[0], use.Level));

    /// <inheritdoc/>
    public override bool IsRetired(
        in EntryUse use, ReadOnlySpan<Word> content, long died, CommandLog commands)
    {
        if (use.Kind == EntryKind.Register) return true;
        foreach (var (scope, moment) in commands.Since(died))
        {
            if (moment <= died || scope is not ZpciScope own) continue;
            if (use.Kind == EntryKind.Directory && own is ZpciScope.Function) continue;
            if (rules.Covers(own, use.Requester, use.At, use.Level)) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override FaultFields? Read(ReadOnlySpan<Word> record) => ZpciRecord.Read(record);

    /// <inheritdoc/>
    public override ValueList<Word> Write(in WalkRequest request, WalkFault fault) => rules.Record(request, fault);

    private static bool IsAbsent(Word entry, int level) =>
        entry != default && !ZpciRules.Standard.IsValid(entry, level);

    private static ZpciUnit Of(WalkUnit unit) => new((WalkUnit.Zpci)unit);
}
