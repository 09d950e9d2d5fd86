using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>Locates the process context of a request.</summary>
/// <remarks>Source: RISC-V IOMMU, process to locate the process-context, with the numbers of its steps.</remarks>
/// <param name="rules">The decisions of the specification.</param>
/// <param name="second">The walk of second-stage tables.</param>
internal sealed class ProcessDirectory(RiscvRules rules, SecondStage second)
{
    /// <summary>Reads the two words of the process context.</summary>
    public WalkFault? Locate(
        RiscvUnit unit, in WalkRequest request, in SecondStage.Tables outer, Pasid process, Word pdtp,
        Span<Word> context, IEntries entries)
    {
        var use = new EntryUse(
            EntryKind.PasidDirectory, request.Requester, process, outer.Tag, null, 0, 0, request.At);

        // 1. and 2. Start at the root.
        var a = DeviceContext.Pointer(pdtp);
        Span<Word> pdte = stackalloc Word[1];
        for (var i = unit.ProcessLevels(DeviceContext.Mode(pdtp)) - 1; i > 0; i--)
        {
            // 3. to 9. An entry that leads to the next directory.
            var at = a.Plus(DirectoryShape.ProcessSlot(process, i));
            if (Read(unit, request, outer, use with { Level = i }, at, pdte, entries) is { } broken) return broken;
            if (!rules.IsPresent(pdte[0])) return Fault(WalkCause.NotConfigured, RiscvCode.ProcessAbsent);
            if (rules.IsDirectoryReserved(pdte[0]))
                return Fault(WalkCause.BadConfiguration, RiscvCode.ProcessMisconfigured);
            a = new Gpa(pdte[0].Field(53, 10) << Page.Shift);
        }

        // 10. to 13. The process context.
        a = a.Plus(DirectoryShape.ProcessSlot(process, 0));
        use = use with { Kind = EntryKind.Pasid };
        if (Read(unit, request, outer, use, a, context, entries) is { } unread) return unread;
        if (!rules.IsPresent(context[0])) return Fault(WalkCause.NotConfigured, RiscvCode.ProcessAbsent);
        return rules.IsMisconfigured(unit, context[0], context[1], outer.Is32)
            ? Fault(WalkCause.BadConfiguration, RiscvCode.ProcessMisconfigured)
            : null;
    }

    // 3. Over a second stage the address is one that it translates, as an implicit read.
    private WalkFault? Read(
        RiscvUnit unit, in WalkRequest request, in SecondStage.Tables outer, in EntryUse use, Gpa at, Span<Word> into,
        IEntries entries)
    {
        if (rules.IsDirectoryGuest)
        {
            var result = second.OfTable(unit, request, outer with { ForConfiguration = true }, at, null, entries, out _);
            if (result.Fault is { Cause: WalkCause.Unreadable })
                return Fault(WalkCause.Unreadable, RiscvCode.ProcessUnreadable);
            if (result.Fault is { } fault) return fault;
            at = result.Output;
        }

        if (!rules.IsMemory(unit, at) || !entries.TryRead(use, at, into))
            return Fault(WalkCause.Unreadable, RiscvCode.ProcessUnreadable);
        if (outer.IsSwapped) Swapped.InPlace(into);
        return null;
    }

    private static WalkFault Fault(WalkCause cause, int code) => new(cause, [code], Logging.Must);
}
