using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>The RISC-V IOMMU.</summary>
/// <param name="rules">The decisions of the specification.</param>
public sealed class RiscvFormat(RiscvRules rules) : WalkFormat
{
    private const int Accessed = 6;

    private readonly RiscvWalk _walk = new(rules);
    private readonly RiscvRetirement _retirement = new(rules);

    /// <inheritdoc/>
    public override FormatRequirements Requirements => WalkRequirements.Riscv;

    /// <inheritdoc/>
    public override int WordsOfRecord => RiscvRecord.Words;

    /// <summary>The PPN of an entry; in a context it is elsewhere, and the tags of its translations are here.</summary>
    public override Word AddressBits => new(0x003f_ffff_ffff_fc00);

    /// <summary>A and D.</summary>
    public override Word MarkBits => new(0xc0);

    /// <inheritdoc/>
    public override WalkResult Walk(WalkUnit unit, in WalkRequest request, IEntries entries) =>
        _walk.Of(new RiscvUnit((WalkUnit.Riscv)unit), request, entries);

    /// <inheritdoc/>
    public override CommandEffect Decode(WalkUnit unit, ValueList<Word> command) => RiscvCommands.Decode(
        new RiscvUnit((WalkUnit.Riscv)unit),
        command.Count > 0 ? command[0] : default,
        command.Count > 1 ? command[1] : default);

    /// <summary>Only what is valid; of the register only where a directory was.</summary>
    /// <inheritdoc/>
    public override bool MayCache(WalkUnit unit, in EntryUse use, ReadOnlySpan<Word> content) => use.Kind switch
    {
        EntryKind.Switch => false,
        EntryKind.Register => content[0].Field(3, 0) is >= 2 and <= 4,
        _ => rules.MayCache(use, content),
    };

    /// <inheritdoc/>
    public override bool IsRetired(
        in EntryUse use, ReadOnlySpan<Word> content, long died, CommandLog commands) =>
        _retirement.IsRetired(use, content, died, commands);

    /// <summary>An entry may be marked as used before anybody asks for it.</summary>
    /// <remarks>Source: Privileged Architecture, A bit updates as a result of speculation.</remarks>
    /// <inheritdoc/>
    public override Word MayMark(WalkUnit unit, Word entry) =>
        new RiscvUnit((WalkUnit.Riscv)unit).Marks && entry.Has(0) && rules.IsLeaf(entry) && !entry.Has(Accessed)
            ? new Word(1ul << Accessed)
            : default;

    /// <inheritdoc/>
    public override FaultFields? Read(ReadOnlySpan<Word> record) => RiscvRecord.Read(record);

    /// <inheritdoc/>
    public override ValueList<Word> Write(in WalkRequest request, WalkFault fault) => rules.Record(request, fault);
}
