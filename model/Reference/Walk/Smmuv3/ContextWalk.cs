using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>From a stream table entry over the context descriptor to stage 1.</summary>
/// <remarks>Source: SMMUv3 5.3 and 5.4; 3.4.3, address sizes of reads by the unit; 7.3.22, priorities.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class ContextWalk(SmmuRules rules)
{
    private readonly StageOne _first = new(rules);
    private readonly StageTwo _second = new(rules);

    public WalkResult Of(
        SmmuUnit unit, in WalkRequest request, StreamEntry stream, int bits, StageTwo.Tables? outer, EntryUse use,
        IEntries entries)
    {
        // 1. The table: linear, or of two levels with 64 or 1024 descriptors in each of the second.
        var index = request.Pasid ?? new Pasid(0);
        var split = bits == 0 ? 0 : (int)stream.S1Fmt switch
        {
            1 => 6,
            2 => 10,
            _ => 0,
        };
        use = use with { Domain = stream.TagOf(unit), Pasid = index };
        var align = split > 0 ? Math.Max(6, bits - split + 3) : bits + 6;
        var table = new Gpa(stream.S1ContextPtr.Value & ~((1ul << align) - 1));
        if (split > 0)
        {
            // 2. The level 1 descriptor: V 0, L2Ptr 55:12.
            Span<Word> directory = stackalloc Word[1];
            var place = table.Plus((index.Value >> split) * 8ul);
            if (Read(
                unit, request, (place, SmmuCode.BadStream), outer, use with { Kind = EntryKind.PasidDirectory },
                directory, entries) is { } fault)
                return fault;
            if (!directory[0].Has(0))
                return SmmuFault.OfConfiguration(WalkCause.NotConfigured, SmmuCode.BadSubstreamId);
            table = new Gpa(directory[0].Field(55, 12) << 12);
            index = new Pasid(index.Value & ((1u << split) - 1));
        }

        // 3. The descriptor: 64 bytes.
        Span<Word> words = stackalloc Word[8];
        var at = table.Plus((ulong)index.Value << 6);
        var code = split > 0 ? SmmuCode.BadSubstreamId : SmmuCode.BadStream;
        if (Read(unit, request, (at, code), outer, use with { Kind = EntryKind.Pasid }, words, entries) is { } failed)
            return failed;
        var context = new ContextEntry(words);
        if (!context.V) return SmmuFault.OfConfiguration(WalkCause.NotConfigured, SmmuCode.BadContext);
        return rules.IsContextBroken(unit, stream.S1STALLD, context)
            ? SmmuFault.OfConfiguration(WalkCause.BadConfiguration, SmmuCode.BadContext)
            : InHalf(unit, request, context, outer, use.Domain, entries);
    }

    // 4. The half of the address space that bit 55 tells.
    private WalkResult InHalf(
        SmmuUnit unit, in WalkRequest request, ContextEntry context, StageTwo.Tables? outer, uint vmid,
        IEntries entries)
    {
        var half = (int)(request.At.Value >> 55 & 1);
        var isRecorded = rules.IsRecorded(context);
        var isOut = false;
        for (var i = 0; i < 2; i++) isOut |= !context.EPD(i) && ContextLaw.WidthOf(unit, context, i).IsBroken;
        if (isOut && entries.IsTaken())
            return SmmuFault.OfConfiguration(WalkCause.BadConfiguration, SmmuCode.BadContext);
        var (width, _) = ContextLaw.WidthOf(unit, context, half);
        if (context.EPD(half) || !rules.IsWithinHalf(request.At, width, context.TBI(half)))
            return SmmuFault.OfStage1(WalkCause.AddressTooWide, SmmuCode.Translation, isRecorded);
        if (unit.ClosesHalves && context.E0PD(half) && !request.Privileged)
            return SmmuFault.OfStage1(WalkCause.KindNotAdmitted, SmmuCode.Translation, isRecorded);
        var granule = context.Granule(half);
        var shape = TableShape.Of(granule, width);
        var size = unit.OutputBitsOf(context.IPS);
        if (granule != 16) size = Math.Min(size, 48);
        var rights = new FirstRights(
            request.Kind, request.Privileged, NoUser: false, NoWrite: false, NoUserExecute: false,
            NoPrivilegedExecute: false, context.PAN, context.WXN, context.HA && context.HD);
        var tables = new StageOne.Tables(
            shape, shape.Top(context.TTB(half), size), size, vmid, context.ASID, !context.AFFD, context.HA,
            !(unit.HierarchyCanBeOff && context.HAD(half)), isRecorded, rights);
        StageTwo.Tables? under = outer is { } own ? own with { Asid = context.ASID } : null;
        return _first.Of(unit, request, tables, under, entries);
    }

    // Reads a descriptor, whose address is an intermediate one if there is stage 2.
    private WalkResult? Read(
        SmmuUnit unit, in WalkRequest request, (Gpa At, int Code) what, StageTwo.Tables? outer, EntryUse use,
        Span<Word> into, IEntries entries)
    {
        var at = what.At;
        var bits = outer is null ? unit.OutputBits : unit.IntermediateBits;
        if (at.Value >> bits != 0)
        {
            // What comes of an address that is too wide: a code, the fault of a stage; cut by the first revision.
            if (!unit.IsFirstRevision || !entries.IsTaken()) return TooWide(unit, what, outer, entries);
            at = new Gpa(at.Value & ((1ul << bits) - 1));
        }

        if (outer is { } under)
        {
            var read = request with { At = new Iova(at.Value), Kind = DmaKind.Read };
            var nested = _second.Of(unit, read, under with { Part = SmmuClass.Context }, entries);
            if (!nested.Reaches) return nested;
            at = nested.Output;
        }

        return entries.TryRead(use, at, into) ? null : SmmuFault.OfRead(SmmuCode.ContextUnreadable, at);
    }

    private static WalkResult TooWide(
        SmmuUnit unit, (Gpa At, int Code) what, StageTwo.Tables? outer, IEntries entries)
    {
        if (outer is { } under && entries.IsTaken())
        {
            return SmmuFault.OfStage2(
                WalkCause.BadConfiguration, SmmuCode.Translation, under.IsRecorded, SmmuClass.Context, what.At);
        }

        var fault = new WalkFault(WalkCause.BadConfiguration, [what.Code], Logging.Must);
        return WalkResult.Of(
            unit.IsFirstRevision ? fault with { Codes = [what.Code, SmmuCode.ContextUnreadable] } : fault);
    }
}
