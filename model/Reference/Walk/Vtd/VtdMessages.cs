using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>Interrupt remapping.</summary>
/// <remarks>Source: VT-d 5.1, interrupt remapping; chapter 7, interrupt remapping fault conditions.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class VtdMessages(VtdRules rules) : MessageFormat
{
    private const int BytesOfEntry = 16;
    private const ulong EverybodyOf8Bits = 0xff;
    private const ulong EverybodyOf32Bits = 0xffff_ffff;

    private static readonly IovaRange Window = new(new Iova(0xfee0_0000), new Iova(0xfeef_ffff));

    public override bool IsMessage(Iova at) => Window.Contains(at);

    public override MessageResult Deliver(WalkUnit unit, in MessageRequest message, IEntries entries)
    {
        var vtd = new VtdUnit((WalkUnit.Vtd)unit);
        var use = new EntryUse(EntryKind.Switch, message.Requester, null, 0, null, 0, 0, message.At);
        var at = new Word(message.At.Value);

        // 1. Without remapping every message is taken as it is.
        var switches = entries.Read(use, UnitRegister.Remapping);
        if (!switches.Has(0)) return Untouched(at, message.Data);

        // 2. The compatible format, where it is enabled.
        var table = entries.Read(use with { Kind = EntryKind.Interrupts }, UnitRegister.Interrupts);
        if (!at.Has(4))
        {
            return rules.PassesCompatible(switches, table)
                ? Untouched(at, message.Data)
                : Blocked(WalkCause.KindNotAdmitted, null, VtdCode.CompatibleBlocked);
        }

        // 3. The remappable format: what is not the number of a sub-interrupt is reserved; texts differ on the check.
        var reserved = at.Has(3) ? message.Data.Field(31, 16) : message.Data.Field(31, 0);
        if (reserved != 0 && entries.IsTaken())
            return Blocked(WalkCause.BadConfiguration, null, VtdCode.RequestReserved);

        // 4. The index, inside the table.
        var index = (uint)(at.Field(19, 5) | (at.Field(2, 2) << 15));
        if (at.Has(3)) index += (uint)message.Data.Field(15, 0);
        if (!rules.IsInTable(index, table)) return Blocked(WalkCause.IdTooWide, null, VtdCode.IndexBeyondTable);
        use = use with { Kind = EntryKind.Interrupt, Index = index };

        // 5. The entry.
        Span<Word> entry = stackalloc Word[2];
        return entries.TryRead(use, new Gpa(table.Value).PageStart().Plus(index * BytesOfEntry), entry)
            ? OfEntry(message, index, IsExtended(table, use, entries), entry[0], entry[1], entries)
            : Blocked(WalkCause.Unreadable, index, VtdCode.InterruptUnreadable);
    }

    // EIME. Whether what was cached before it changed is read in the former mode is left open.
    private static bool IsExtended(Word table, in EntryUse use, IEntries entries)
    {
        var now = entries.Read(use with { Kind = EntryKind.Switch }, UnitRegister.Interrupts);
        return table.Has(11) != now.Has(11) && entries.IsTaken() ? now.Has(11) : table.Has(11);
    }

    // 6. Present, 7. no reserved bit, 8. the requester, 9. as the entry says.
    private MessageResult OfEntry(
        in MessageRequest message, uint index, bool isExtended, Word low, Word high, IEntries entries)
    {
        var recorded = low.Has(1) ? Logging.Never : Logging.Must;
        if (!rules.IsPresent(low))
        {
            return Blocked(
                WalkCause.NotPresent, index, low.Has(1) ? Logging.May : Logging.Must, VtdCode.InterruptAbsent);
        }

        if (rules.IsInterruptReserved(low, high))
            return Blocked(WalkCause.ReservedBit, index, recorded, VtdCode.InterruptReserved);

        // The unused bits of an 8-bit destination, SVT 3 and delivery modes that do not exist: the check is left open.
        var isOpen = (!isExtended && (low.Field(63, 48) | low.Field(39, 32)) != 0) || low.Field(7, 5) is 3 or 6;
        if (isOpen && entries.IsTaken())
            return Blocked(WalkCause.ReservedBit, index, recorded, VtdCode.InterruptReserved);
        if (!rules.Admits(message.Requester, high))
        {
            return Blocked(
                WalkCause.NoRight, index, recorded,
                high.Field(19, 18) == 3
                    ? [VtdCode.OriginBlocked, VtdCode.InterruptReserved]
                    : [VtdCode.OriginBlocked]);
        }

        var destination = isExtended ? low.Field(63, 32) : low.Field(47, 40);
        var everybody = isExtended ? EverybodyOf32Bits : EverybodyOf8Bits;
        return LocalApic.Receive(destination, everybody, low.Has(2), low.Field(7, 5), low.Field(23, 16));
    }

    // Address: destination 19:12, RH 3, DM 2. Data: trigger mode 15, delivery mode 10:8, vector 7:0.
    private static MessageResult Untouched(Word at, Word data) => at.Field(11, 4) != 0 || data.Field(31, 16) != 0
        ? MessageResult.Untold.Instance
        : LocalApic.Receive(at.Field(19, 12), EverybodyOf8Bits, at.Has(2), data.Field(10, 8), data.Field(7, 0));

    private MessageResult.Blocked Blocked(WalkCause cause, uint? index, int code) =>
        Blocked(cause, index, Logging.Must, code);

    private MessageResult.Blocked Blocked(
        WalkCause cause, uint? index, Logging logging, params ReadOnlySpan<int> codes) =>
        new(new WalkFault(cause, [.. codes], rules.RecordsMessages ? logging : Logging.Never) { Index = index });
}
