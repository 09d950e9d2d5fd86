using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>Locates the device context of a request.</summary>
/// <remarks>Source: RISC-V IOMMU, process to locate the device-context, with the numbers of its steps.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class DeviceDirectory(RiscvRules rules)
{
    public WalkFault? Locate(
        RiscvUnit unit, in WalkRequest request, Word ddtp, Span<Word> context, IEntries entries)
    {
        // 1. Start at the root.
        var a = new Gpa(ddtp.Field(53, 10) << Page.Shift);
        var use = new EntryUse(EntryKind.Directory, request.Requester, null, 0, null, 0, 0, request.At);
        Span<Word> ddte = stackalloc Word[1];
        for (var i = (int)ddtp.Field(3, 0) - 2; i > 0; i--)
        {
            // 3. to 7. An entry that leads to the next directory.
            var at = a.Plus(DirectoryShape.DeviceSlot(unit, request.Requester, i));
            if (!rules.IsMemory(unit, at) || !entries.TryRead(use with { Level = i }, at, ddte))
                return Fault(WalkCause.Unreadable, RiscvCode.DeviceUnreadable);
            if (!rules.IsPresent(ddte[0])) return Fault(WalkCause.NotConfigured, RiscvCode.DeviceAbsent);
            if (rules.IsDirectoryReserved(ddte[0]))
                return Fault(WalkCause.BadConfiguration, RiscvCode.DeviceMisconfigured);
            a = new Gpa(ddte[0].Field(53, 10) << Page.Shift);
        }

        // 8. to 11. The device context.
        a = a.Plus(DirectoryShape.DeviceSlot(unit, request.Requester, 0));
        if (!rules.IsMemory(unit, a) || !entries.TryRead(use with { Kind = EntryKind.Requester }, a, context))
            return Fault(WalkCause.Unreadable, RiscvCode.DeviceUnreadable);
        if (!rules.IsPresent(context[0])) return Fault(WalkCause.NotConfigured, RiscvCode.DeviceAbsent);
        var fields = new DeviceContext(context);
        var isWrong = rules.IsMisconfigured(unit, fields)
            || (DeviceContextLaw.IsOpen(unit, fields) && !entries.IsTaken());
        return isWrong ? Fault(WalkCause.BadConfiguration, RiscvCode.DeviceMisconfigured) : null;
    }

    private static WalkFault Fault(WalkCause cause, int code) => new(cause, [code], Logging.Must);
}
