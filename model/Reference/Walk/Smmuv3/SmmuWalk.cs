using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>From a request to its stream table entry.</summary>
/// <remarks>Source: SMMUv3 3.3, stream table lookup; 3.4, address sizes; 5.1, level 1 descriptor.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class SmmuWalk(SmmuRules rules)
{
    private const ulong TwoLevel = 1;
    private const int EntryShift = 6;

    private readonly StreamWalk _stream = new(rules);

    public WalkResult Of(SmmuUnit unit, in WalkRequest request, IEntries entries)
    {
        var use = new EntryUse(EntryKind.Switch, request.Requester, request.Pasid, 0, null, 0, 0, request.At);

        // 1. Without translation every request passes that memory has an address for; no event tells of others.
        if (!entries.Read(use, UnitRegister.Translation).Has(0))
        {
            return request.At.Value >> unit.OutputBits == 0
                ? WalkResult.To(new Gpa(request.At.Value))
                : WalkResult.Of(new WalkFault(WalkCause.BadOutput, [SmmuCode.AddressSize], Logging.Never));
        }

        // 2. SMMU_STRTAB_BASE and SMMU_STRTAB_BASE_CFG: LOG2SIZE 5:0, SPLIT 10:6, FMT 17:16.
        use = use with { Kind = EntryKind.Register };
        var form = entries.Read(use, UnitRegister.TablesForm);
        var table = new Gpa(entries.Read(use, UnitRegister.Tables).Field(51, 6) << 6);
        var bits = Math.Min((int)form.Field(5, 0), unit.StreamBits);
        if (!rules.IsStreamWithin(request.Requester, bits))
            return SmmuFault.OfConfiguration(WalkCause.IdTooWide, SmmuCode.BadStreamId);
        var index = bits >= 32 ? request.Requester.Value : request.Requester.Value & ((1u << bits) - 1);
        if (form.Field(17, 16) != TwoLevel || !unit.TwoLevelStreams)
            return InTable(unit, request, Aligned(table, bits + EntryShift), index, use, entries);

        // 3. The level 1 descriptor: L2Ptr 55:6, Span 4:0.
        Span<Word> directory = stackalloc Word[1];
        var split = SplitOf(form.Field(10, 6));
        use = use with { Kind = EntryKind.Directory };
        var at = Aligned(table, Math.Max(6, bits - split + 3)).Plus((index >> split) * 8ul);
        if (!entries.TryRead(use, at, directory)) return SmmuFault.OfRead(SmmuCode.StreamUnreadable, at);
        var span = (int)directory[0].Field(4, 0);
        index &= (1u << split) - 1;
        if (!rules.IsInSpan(index, span, split))
            return SmmuFault.OfConfiguration(WalkCause.NotConfigured, SmmuCode.BadStreamId);
        var array = Aligned(new Gpa(directory[0].Field(55, 6) << 6), span - 1 + EntryShift);
        return InTable(unit, request, array, index, use, entries);
    }

    // 4. The entry: 64 bytes. An address that no memory has may be cut.
    private WalkResult InTable(
        SmmuUnit unit, in WalkRequest request, Gpa table, uint index, EntryUse use, IEntries entries)
    {
        Span<Word> entry = stackalloc Word[8];
        var at = table.Plus((ulong)index << EntryShift);
        if (at.Value >> unit.OutputBits != 0)
        {
            if (!entries.IsTaken()) return SmmuFault.OfRead(SmmuCode.StreamUnreadable, at);
            at = new Gpa(at.Value & ((1ul << unit.OutputBits) - 1));
        }

        use = use with { Kind = EntryKind.Requester };
        return entries.TryRead(use, at, entry)
            ? _stream.Of(unit, request, entry, use, entries)
            : SmmuFault.OfRead(SmmuCode.StreamUnreadable, at);
    }

    // Other values behave as 6.
    private static int SplitOf(ulong field) => field is 8 or 10 ? (int)field : 6;

    private static Gpa Aligned(Gpa at, int bits) => new(at.Value & ~((1ul << bits) - 1));
}
