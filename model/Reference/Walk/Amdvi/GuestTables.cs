using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>The walk of guest tables over host tables.</summary>
/// <remarks>
/// Source: AMD-Vi 2.2.6; AMD64 volume 2, long-mode page translation: P 0, R/W 1, U/S 2, A 5, D 6, PS 7, NX 63.
/// </remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class GuestTables(AmdviRules rules)
{
    private const int Writable = 1;
    private const int User = 2;
    private const int Accessed = 5;
    private const int Dirty = 6;
    private const int Large = 7;
    private const int NoExecute = 63;

    private readonly HostTables _host = new(rules);

    /// <summary>Where tables are.</summary>
    /// <param name="Top">The top table.</param>
    /// <param name="Levels">How many levels.</param>
    /// <param name="Pasid">The PASID.</param>
    public readonly record struct Tables(Gpa Top, int Levels, Pasid Pasid);

    public WalkResult Of(
        AmdviUnit unit, in WalkRequest request, in Tables tables, in HostTables.Tables host, IEntries entries)
    {
        // 1. The address is canonical.
        if (!rules.IsCanonical(request.At, tables.Levels)) return host.Events.PageFault(WalkCause.AddressTooWide);
        Span<Word> entry = stackalloc Word[1];
        var (user, writable, noExecute) = (true, true, false);
        var table = tables.Top;
        for (var level = tables.Levels; ; level--)
        {
            // 2. The entry of the level, whose address the host tables translate.
            var slot = table.Plus((request.At.Value >> (12 + (9 * (level - 1))) & 0x1ff) * 8);
            var nested = _host.Of(OfTable(request, slot, DmaKind.Read), host, entries);
            if (!nested.Reaches) return nested;
            var use = new EntryUse(
                EntryKind.Page, request.Requester, request.Pasid, host.Domain, tables.Pasid.Value, 1, level,
                request.At);
            if (!entries.TryRead(use, nested.Output, entry))
                return host.Events.Unreadable(AmdviCode.TableUnreadable, nested.Output, isMissingRight: true);
            if (!rules.IsPresent(entry[0])) return host.Events.PageFault(WalkCause.NotPresent);
            if (rules.IsGuestReserved(entry[0], level)) return host.Events.PageFault(WalkCause.ReservedBit);
            user &= entry[0].Has(User);
            writable &= entry[0].Has(Writable);
            noExecute |= entry[0].Has(NoExecute);

            // 3. Used entries are marked, with a write.
            if (!entry[0].Has(Accessed))
            {
                if (Refuses(request, slot, host, entries) is { } refused) return refused;
                entries.Mark(nested.Output, default(Word).Flip(Accessed), must: true);
            }

            if (level > 1 && !entry[0].Has(Large))
            {
                table = new Gpa(entry[0].Field(51, 12) << 12);
                continue;
            }

            // 4. Rights, the mark of change, and the output, which the host tables translate as the request.
            var isOpen = IsOpen(unit, request, user, writable, noExecute);
            if (!rules.Permits(unit, request, user, writable, noExecute) || (isOpen && entries.IsTaken()))
                return host.Events.PageFault(WalkCause.NoRight);
            if (request.Writes && !entry[0].Has(Dirty) && rules.MarksChanged)
            {
                if (Refuses(request, slot, host, entries) is { } refused) return refused;
                entries.Mark(nested.Output, default(Word).Flip(Dirty), must: true);
            }

            var bits = 12 + (9 * (level - 1));
            var frame = entry[0].Field(51, 12) << 12 & ~((1ul << bits) - 1);
            var output = new Iova(frame | (request.At.Value & ((1ul << bits) - 1)));
            return _host.Of(request with { At = output }, host, entries);
        }
    }

    // Where host tables give no right to write, it is left open whether entries of a guest can be marked.
    private WalkResult? Refuses(in WalkRequest request, Gpa slot, in HostTables.Tables host, IEntries entries)
    {
        var write = _host.Of(OfTable(request, slot, DmaKind.Write), host, entries);
        return !write.Reaches && entries.IsTaken() ? write : null;
    }

    // Without USSup user requests may be served by supervisor pages, or not; without NXSup bit 63 may be reserved;
    // whether a supervisor may write what is not writable is not told.
    private static bool IsOpen(AmdviUnit unit, in WalkRequest request, bool user, bool writable, bool noExecute) =>
        (!user && !unit.UserSupervisor && !request.Privileged)
        || (noExecute && !unit.NoExecute)
        || (!writable && request.Writes && request.Privileged);

    private static WalkRequest OfTable(in WalkRequest request, Gpa at, DmaKind kind) =>
        request with { At = new Iova(at.Value), Kind = kind };
}
