using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>From a request to memory, or to a fault.</summary>
/// <remarks>Source: RISC-V IOMMU, process to translate an IOVA, with the numbers of its steps.</remarks>
internal sealed class RiscvWalk
{
    private const ulong Off = 0;
    private const ulong Bare = 1;
    private const ulong MostLevels = 4;

    private readonly RiscvRules _rules;
    private readonly DeviceDirectory _devices;
    private readonly ProcessDirectory _processes;
    private readonly FirstStage _first;
    private readonly SecondStage _second;
    private readonly MsiWalk _messages;

    public RiscvWalk(RiscvRules rules)
    {
        (_rules, _devices, _second, _messages) = (rules, new(rules), new(rules), new(rules));
        (_processes, _first) = (new(rules, _second), new(rules, _second));
    }

    public WalkResult Of(RiscvUnit unit, in WalkRequest request, IEntries entries)
    {
        // 1. and 2. Off and Bare count at once; where the directory is, may have been cached.
        var use = new EntryUse(EntryKind.Switch, request.Requester, request.Pasid, 0, null, 0, 0, request.At);
        switch (entries.Read(use, UnitRegister.Tables).Field(3, 0))
        {
            case Off:
                return RiscvFaults.Of(WalkCause.UnitOff, RiscvCode.AllDisallowed);
            case Bare:
                return request.AddressType == AddressType.Untranslated
                    ? WalkResult.To(new Gpa(request.At.Value))
                    : RiscvFaults.Of(WalkCause.KindNotAdmitted, RiscvCode.TypeDisallowed);
            case > MostLevels:
                return WalkResult.Of(new WalkFault(WalkCause.UnitOff, [RiscvCode.AllDisallowed], Logging.May));
        }

        // 3. to 5. The device id fits.
        var ddtp = entries.Read(use with { Kind = EntryKind.Register }, UnitRegister.Tables);
        var levels = (int)ddtp.Field(3, 0) - 1;
        if (levels is < 1 or > 3 || !_rules.IsDeviceWithin(unit, request.Requester, levels))
            return RiscvFaults.Of(WalkCause.IdTooWide, RiscvCode.TypeDisallowed);

        // 6. The device context.
        Span<Word> words = stackalloc Word[DirectoryShape.DeviceWords(unit)];
        if (_devices.Locate(unit, request, ddtp, words, entries) is { } fault) return WalkResult.Of(fault);
        var context = new DeviceContext(words);
        return Report(InContext(unit, request, context, entries), context);
    }

    private WalkResult InContext(RiscvUnit unit, in WalkRequest request, in DeviceContext context, IEntries entries)
    {
        // 7. The kind of request.
        var isTranslated = request.AddressType != AddressType.Untranslated;
        if (isTranslated && !context.EN_ATS) return Disallowed(WalkCause.KindNotAdmitted);
        if (request.Pasid is not null && !context.PDTV) return Disallowed(WalkCause.KindNotAdmitted);
        var mode = DeviceContext.Mode(context.Fsc);
        if (request.Pasid is { } own && mode != 0 && !_rules.IsProcessWithin(own, unit.ProcessLevels(mode)))
            return Disallowed(WalkCause.IdTooWide);

        // 8. and 9. A translated request has an address of memory, or of the guest.
        var outer = SecondStage.Tables.Of(unit, context);
        if (request.AddressType == AddressType.Translated)
        {
            return context.T2GPA
                ? InSecond(unit, request, context, outer, new Gpa(request.At.Value), entries)
                : WalkResult.To(new Gpa(request.At.Value));
        }

        // 10. Without a process directory the first stage is that of the device context.
        if (!context.PDTV)
            return InFirst(unit, request, context, outer, new Process(null, context.Ta, context.Fsc), entries);

        // 11. to 13. The process id, or 0 by default (DPE); without one the first stage is Bare.
        var process = request.Pasid ?? (context.DPE ? new Pasid(0) : null);
        if (process is not { } id || mode == 0)
            return InFirst(unit, request, context, outer, new Process(null, default, default), entries);

        // 14. to 16. The process context.
        Span<Word> words = stackalloc Word[2];
        if (_processes.Locate(unit, request, outer, id, context.Fsc, words, entries) is { } fault)
            return WalkResult.Of(fault);
        return request.Pasid is not null && request.Privileged && !_rules.AdmitsPrivileged(words[0])
            ? Disallowed(WalkCause.KindNotAdmitted)
            : InFirst(unit, request, context, outer, new Process(id, words[0], words[1]), entries);
    }

    // 17. The first stage, unless it is Bare.
    private WalkResult InFirst(
        RiscvUnit unit, in WalkRequest request, in DeviceContext context, in SecondStage.Tables outer,
        in Process process, IEntries entries)
    {
        if (unit.FirstStage(DeviceContext.Mode(process.Fsc), context.SXL) is not { } scheme)
            return InSecond(unit, request, context, outer, new Gpa(request.At.Value), entries);
        var tables = new FirstStage.Tables(
            scheme, DeviceContext.Pointer(process.Fsc), (uint)process.Ta.Field(31, 12), process.Id,
            Sum: process.Id is not null && process.Ta.Has(2), outer);
        var result = _first.Of(unit, request, tables, entries);
        return result.Reaches ? InSecond(unit, request, context, outer, result.Output, entries) : result;
    }

    // 18. to 20. An interrupt file, or the second stage. What is beyond memory cannot be reached.
    private WalkResult InSecond(
        RiscvUnit unit, in WalkRequest request, in DeviceContext context, in SecondStage.Tables outer, Gpa at,
        IEntries entries)
    {
        var result = MsiWalk.Takes(unit, context, at)
            ? _messages.Of(unit, request, context, at, entries)
            : _second.Of(unit, request, outer, at, entries);
        return result.Reaches && !_rules.IsMemory(unit, result.Output)
            ? WalkResult.Of(new WalkFault(WalkCause.BadOutput, [RiscvCode.Access(request.Kind)], Logging.May))
            : result;
    }

    // Faults of translation are not reported where the device context says so (DTF).
    private WalkResult Report(WalkResult result, in DeviceContext context) =>
        result.Fault is { } fault && context.DTF && !_rules.IsRecordedAnyway(fault.Codes[0])
            ? WalkResult.Of(fault with { Logging = Logging.Never })
            : result;

    private static WalkResult Disallowed(WalkCause cause) => RiscvFaults.Of(cause, RiscvCode.TypeDisallowed);

    // A process, and the words of the context that has its first stage.
    private readonly record struct Process(Pasid? Id, Word Ta, Word Fsc);
}
