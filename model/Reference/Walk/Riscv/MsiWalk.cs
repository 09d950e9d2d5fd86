using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>Requests to the pages of virtual interrupt files.</summary>
/// <remarks>Source: RISC-V IOMMU, process to translate addresses of MSIs, with the numbers of its steps.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class MsiWalk(RiscvRules rules)
{
    private const ulong Basic = 3;
    private const ulong ToFile = 1;

    /// <summary>Whether the MSI page table translates a guest address.</summary>
    public static bool Takes(RiscvUnit unit, in DeviceContext context, Gpa at)
    {
        // 3. and 4.
        if (DeviceContext.Mode(context.Msiptp) == 0) return false;
        var counts = ~context.MsiMask.Value & ((1ul << (unit.MsiGuestWidth - Page.Shift)) - 1);
        return ((at.Value >> Page.Shift) & counts) == (context.MsiPattern.Value & counts);
    }

    /// <summary>The number of an interrupt file: the bits of the page that the mask selects, packed.</summary>
    public static ulong FileOf(Gpa at, Word mask)
    {
        var (file, next) = (0ul, 0);
        for (var bit = 0; bit < 52; bit++)
        {
            if (mask.Has(bit)) file |= (at.Value >> (Page.Shift + bit) & 1) << next++;
        }

        return file;
    }

    public WalkResult Of(
        RiscvUnit unit, in WalkRequest request, in DeviceContext context, Gpa guest, IEntries entries)
    {
        // 5. to 9. The entry of the interrupt file.
        Span<Word> entry = stackalloc Word[2];
        var file = rules.File(FileOf(guest, context.MsiMask));
        var at = new Gpa(DeviceContext.Pointer(context.Msiptp).Value | (file * 16));
        var use = new EntryUse(
            EntryKind.Page, request.Requester, request.Pasid, RiscvTag.Of(context.Iohgatp), null, 2, 1,
            new Iova(guest.Value));
        if (!rules.IsMemory(unit, at) || !entries.TryRead(use, at, entry))
            return RiscvFaults.Of(WalkCause.Unreadable, RiscvCode.MsiUnreadable);
        if (!rules.IsPresent(entry[0])) return RiscvFaults.Of(WalkCause.NotPresent, RiscvCode.MsiAbsent);

        // 10. What a custom entry (C) does is the unit's own affair; 14. so is here what becomes of MSIs that are
        // stored to a file: both end where no request of a case is meant to go.
        var mode = entry[0].Field(2, 1);
        if (entry[0].Has(63))
            return entries.IsTaken() ? WalkResult.To(at) : Misconfigured();
        if (mode == ToFile && unit.MsiMrif) return WalkResult.To(at);

        // 12. and 13. Otherwise only the basic mode, without reserved bits; whether the second word counts is open.
        if (mode != Basic || entry[0].Field(9, 3) != 0 || entry[0].Field(62, 54) != 0) return Misconfigured();
        if (entry[1] != default && entries.IsTaken()) return Misconfigured();

        // 15. Read and write, never execute.
        return request.Kind == DmaKind.Execute
            ? RiscvFaults.Of(WalkCause.BadOutput, RiscvCode.Access(request.Kind))
            : WalkResult.To(new Gpa((entry[0].Field(53, 10) << Page.Shift) | (guest.Value & (Page.Bytes - 1))));
    }

    private static WalkResult Misconfigured() =>
        RiscvFaults.Of(WalkCause.ReservedBit, RiscvCode.MsiMisconfigured);
}
