using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>The walk of stage 1 tables, alone or over stage 2.</summary>
/// <remarks>Source: Arm ARM D8.2 to D8.5; SMMUv3 5.4 and 7.3.22.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class StageOne(SmmuRules rules)
{
    private const int AccessFlag = 10;
    private const int ReadOnly = 7;

    private readonly StageTwo _second = new(rules);

    /// <summary>Where tables are and what their descriptor says.</summary>
    /// <param name="Shape">The shape of the tables.</param>
    /// <param name="Top">The first table.</param>
    /// <param name="OutputBits">The output size.</param>
    /// <param name="Vmid">The tag of the virtual machine.</param>
    /// <param name="Asid">The tag of the address space.</param>
    /// <param name="AccessFaults">Whether an access flag that is not set faults.</param>
    /// <param name="MarksUsed">Whether the unit sets it instead.</param>
    /// <param name="HasHierarchy">Whether the rights of tables count.</param>
    /// <param name="IsRecorded">Whether faults are recorded.</param>
    /// <param name="Rights">What the request wants.</param>
    public readonly record struct Tables(
        TableShape Shape, Gpa Top, int OutputBits, uint Vmid, uint Asid, bool AccessFaults, bool MarksUsed,
        bool HasHierarchy, bool IsRecorded, FirstRights Rights);

    public WalkResult Of(
        SmmuUnit unit, in WalkRequest request, in Tables tables, StageTwo.Tables? outer, IEntries entries)
    {
        Span<Word> entry = stackalloc Word[1];
        var (table, rights) = (tables.Top, tables.Rights);
        for (var level = tables.Shape.Start; ; level--)
        {
            // 1. The entry of the level; over stage 2 its address is one that it translates.
            var slot = tables.Shape.Slot(table, request.At, level);
            var at = slot;
            if (outer is { } under)
            {
                var nested = _second.Of(unit, OfTable(request, slot, DmaKind.Read), OfTable(under), entries);
                if (!nested.Reaches) return nested;
                at = nested.Output;
            }

            if (!entries.TryRead(UseOf(request, tables, level), at, entry))
                return SmmuFault.OfTable(isSecond: false, SmmuClass.Table, at);

            // 2. It is valid, and its address is inside the output size.
            if (!rules.IsPresent(entry[0])) return Fault(WalkCause.NotPresent, SmmuCode.Translation, tables);
            if (!rules.IsOfLevel(tables.Shape, entry[0], level, tables.OutputBits))
                return Fault(WalkCause.WrongLevel, SmmuCode.Translation, tables);
            var isLeaf = level == 1 || !entry[0].Has(1);
            var low = isLeaf ? tables.Shape.Low(level) : tables.Shape.Granule;
            var output = tables.Shape.AddressIn(entry[0], low, tables.OutputBits);
            if (!rules.IsOutputWithin(output, tables.OutputBits) || IsOpenSize(tables, entry[0], entries))
                return Fault(WalkCause.ReservedBit, SmmuCode.AddressSize, tables);
            if (!isLeaf)
            {
                if (tables.HasHierarchy) rights = rights.Below(entry[0]);
                table = output;
                continue;
            }

            if (Refuse(unit, request, tables with { Rights = rights }, entry[0], (slot, at), outer, entries) is { } no)
                return no;
            return Finish(unit, request, output.Plus(rules.Offset(request.At, low)), outer, entries);
        }
    }

    // 3. The access flag, rights, and the marks of the leaf: what speaks against the request, or nothing.
    private WalkResult? Refuse(
        SmmuUnit unit, in WalkRequest request, in Tables tables, Word leaf, (Gpa Slot, Gpa At) where,
        StageTwo.Tables? outer, IEntries entries)
    {
        if (!rules.IsAccessed(leaf, tables.MarksUsed, !tables.AccessFaults))
            return Fault(WalkCause.NotMarked, SmmuCode.Access, tables);
        var isUnused = !leaf.Has(AccessFlag) && tables.MarksUsed;
        var isDirtied = request.Writes && tables.Rights.IsClean(leaf);
        var isPermitted = rules.Permits(tables.Rights, leaf);

        // The unit marks with a write, for which stage 2 has to give the right; earlier requests may have marked it.
        if (outer is { } under && (isUnused || isDirtied))
        {
            var marks = new Word((isUnused ? 1ul << AccessFlag : 0) | (isDirtied ? 1ul << ReadOnly : 0));
            var write = _second.Of(unit, OfTable(request, where.Slot, DmaKind.Write), OfTable(under), entries);
            var isDue = !entries.MayBeMarked(where.At, marks) || !entries.IsTaken();
            if (!write.Reaches && isDue && (isPermitted || entries.IsTaken())) return write;
        }

        if (isUnused) entries.Mark(where.At, default(Word).Flip(AccessFlag), rules.MarksUsed);
        if (!isPermitted) return Fault(WalkCause.NoRight, SmmuCode.Permission, tables);
        if (isDirtied) entries.Mark(where.At, default(Word).Flip(ReadOnly), must: true);
        return null;
    }

    // 4. The output, which stage 2 translates as the request.
    private WalkResult Finish(
        SmmuUnit unit, in WalkRequest request, Gpa output, StageTwo.Tables? outer, IEntries entries) =>
        outer is { } under
            ? _second.Of(unit, request with { At = new Iova(output.Value) }, under, entries)
            : WalkResult.To(output);

    private static WalkRequest OfTable(in WalkRequest request, Gpa at, DmaKind kind) =>
        request with { At = new Iova(at.Value), Kind = kind };

    private static StageTwo.Tables OfTable(in StageTwo.Tables outer) => outer with { Part = SmmuClass.Table };

    private static bool IsOpenSize(in Tables tables, Word entry, IEntries entries) =>
        tables.Shape.Granule == 16 && tables.OutputBits < 52 && entry.Field(15, 12) != 0 && entries.IsTaken();

    private static EntryUse UseOf(in WalkRequest request, in Tables tables, int level) => new(
        EntryKind.Page, request.Requester, request.Pasid, tables.Vmid, tables.Asid, 1, level, request.At)
    {
        Granule = tables.Shape.Granule,
    };

    private static WalkResult Fault(WalkCause cause, int code, in Tables tables) =>
        SmmuFault.OfStage1(cause, code, tables.IsRecorded);
}
