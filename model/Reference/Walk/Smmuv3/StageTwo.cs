using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>The walk of stage 2 tables.</summary>
/// <remarks>Source: Arm ARM D8.2 to D8.5; SMMUv3 5.2 and 7.3.22.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class StageTwo(SmmuRules rules)
{
    private const int AccessFlag = 10;
    private const int Writable = 7;

    /// <summary>Where tables are, what their entry says, and for what they are walked.</summary>
    /// <param name="Shape">The shape of the tables.</param>
    /// <param name="Top">The first table.</param>
    /// <param name="OutputBits">The output size.</param>
    /// <param name="Vmid">The tag of the virtual machine.</param>
    /// <param name="Asid">The tag of the address space of stage 1; null if stage 2 is alone.</param>
    /// <param name="Part">What is read or accessed: see <see cref="SmmuClass"/>.</param>
    /// <param name="AccessFaults">Whether an access flag that is not set faults.</param>
    /// <param name="MarksUsed">Whether the unit sets it instead.</param>
    /// <param name="MarksChanged">Whether the unit marks pages as changed.</param>
    /// <param name="ProtectsTables">Whether tables of stage 1 must not lie in device memory.</param>
    /// <param name="IsRecorded">Whether faults are recorded.</param>
    public readonly record struct Tables(
        TableShape Shape, Gpa Top, int OutputBits, uint Vmid, uint? Asid, int Part, bool AccessFaults, bool MarksUsed,
        bool MarksChanged, bool ProtectsTables, bool IsRecorded);

    public WalkResult Of(SmmuUnit unit, in WalkRequest request, in Tables tables, IEntries entries)
    {
        var input = new Gpa(request.At.Value);

        // 1. The address is inside the width (S2T0SZ).
        if (!rules.IsWithinSecond(request.At, tables.Shape.Width))
            return Fault(WalkCause.AddressTooWide, SmmuCode.Translation, tables, input);
        Span<Word> entry = stackalloc Word[1];
        var table = tables.Top;
        for (var level = tables.Shape.Start; ; level--)
        {
            // 2. The entry of the level: it can be read, it is valid, its address is inside the output size.
            var at = rules.Slot(tables.Shape, table, request.At, level);
            if (!entries.TryRead(UseOf(request, tables, level), at, entry))
                return SmmuFault.OfTable(isSecond: true, tables.Part, at);
            if (!rules.IsPresent(entry[0])) return Fault(WalkCause.NotPresent, SmmuCode.Translation, tables, input);
            if (!rules.IsOfLevel(tables.Shape, entry[0], level, tables.OutputBits))
                return Fault(WalkCause.WrongLevel, SmmuCode.Translation, tables, input);
            var isLeaf = level == 1 || !entry[0].Has(1);
            var low = isLeaf ? tables.Shape.Low(level) : tables.Shape.Granule;
            var output = tables.Shape.AddressIn(entry[0], low, tables.OutputBits);
            if (!rules.IsOutputWithin(output, tables.OutputBits) || IsOpenSize(tables, entry[0], entries))
                return Fault(WalkCause.ReservedBit, SmmuCode.AddressSize, tables, input);
            if (isLeaf) return InLeaf(unit, request, tables, entry[0], at, output, low, entries);
            table = output;
        }
    }

    private WalkResult InLeaf(
        SmmuUnit unit, in WalkRequest request, in Tables tables, Word leaf, Gpa at, Gpa output, int low,
        IEntries entries)
    {
        // 3. The access flag.
        var input = new Gpa(request.At.Value);
        if (!rules.IsAccessed(leaf, tables.MarksUsed, !tables.AccessFaults))
            return Fault(WalkCause.NotMarked, SmmuCode.Access, tables, input);
        if (!leaf.Has(AccessFlag) && tables.MarksUsed)
            entries.Mark(at, default(Word).Flip(AccessFlag), rules.MarksUsed);

        // 4. Rights; those of tables of stage 1 are not given by device memory if they are protected (S2PTW).
        var rights = new SecondRights(request.Kind, request.Privileged, unit.SplitExecution, tables.MarksChanged);
        if (!rules.PermitsSecond(rights, leaf) || (rights.IsOpen(leaf) && entries.IsTaken()))
            return Fault(WalkCause.NoRight, SmmuCode.Permission, tables, input);
        if (tables.ProtectsTables && tables.Part != SmmuClass.Input && leaf.Field(5, 4) == 0)
            return Fault(WalkCause.NoRight, SmmuCode.Permission, tables, input);

        // 5. Changed pages are marked; that a table of stage 1 will be changed may be taken for granted.
        if (rights.IsClean(leaf) && (request.Writes || tables.Part == SmmuClass.Table))
            entries.Mark(at, default(Word).Flip(Writable), request.Writes);
        return WalkResult.To(output.Plus(rules.Offset(request.At, low)));
    }

    // Bits 15:12 of tables of 64 KiB are no address where addresses have 48 bits: what they do is left open.
    private static bool IsOpenSize(in Tables tables, Word entry, IEntries entries) =>
        tables.Shape.Granule == 16 && tables.OutputBits < 52 && entry.Field(15, 12) != 0 && entries.IsTaken();

    private static EntryUse UseOf(in WalkRequest request, in Tables tables, int level) => new(
        EntryKind.Page, request.Requester, request.Pasid, tables.Vmid, tables.Asid, 2, level, request.At)
    {
        Granule = tables.Shape.Granule,
        ForConfiguration = tables.Part == SmmuClass.Context,
    };

    private static WalkResult Fault(WalkCause cause, int code, in Tables tables, Gpa input) =>
        SmmuFault.OfStage2(cause, code, tables.IsRecorded, tables.Part, input);
}
