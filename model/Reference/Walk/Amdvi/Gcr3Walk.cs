using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>From a device table entry over the GCR3 table to the guest tables of a PASID.</summary>
/// <remarks>Source: AMD-Vi 2.2.6. All addresses are those that the host tables translate.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class Gcr3Walk(AmdviRules rules)
{
    private readonly HostTables _host = new(rules);
    private readonly GuestTables _guest = new(rules);

    public WalkResult Of(
        AmdviUnit unit, in WalkRequest request, DeviceEntry device, HostTables.Tables host, IEntries entries)
    {
        // 1. The PASID has an entry; requests without one use that of PASID 0 (GIOV).
        var pasid = request.Pasid ?? new Pasid(0);
        if (!rules.IsPasidWithin(pasid, Math.Min(unit.PasidBits, 9 * (device.GLX + 1))))
            return host.Events.Quiet(WalkCause.IdTooWide, AmdviCode.InvalidRequest, AmdviCode.PageFault);
        host = host with { Space = pasid.Value };

        // 2. One level for each nine bits (GLX); entry: V 0, address 51:12.
        Span<Word> entry = stackalloc Word[1];
        var table = device.GCR3;
        for (var level = device.GLX; level >= 0; level--)
        {
            var kind = level == 0 ? EntryKind.Pasid : EntryKind.PasidDirectory;
            var use = new EntryUse(
                kind, request.Requester, request.Pasid, host.Domain, pasid.Value, 0, level, request.At);
            var at = table.Plus((pasid.Value >> (9 * level) & 0x1ff) * 8ul);
            var read = request with { At = new Iova(at.Value), Kind = DmaKind.Read };
            var nested = _host.Of(read, host with { ForConfiguration = true }, entries);
            if (!nested.Reaches) return nested;
            if (!entries.TryRead(use, nested.Output, entry))
                return host.Events.Unreadable(AmdviCode.TableUnreadable, nested.Output, isMissingRight: true);
            if (!rules.IsPasidValid(entry[0]))
                return host.Events.Quiet(WalkCause.NotConfigured, AmdviCode.PageFault, AmdviCode.InvalidRequest);
            if ((entry[0].Field(11, 1) != 0 || entry[0].Field(63, 52) != 0) && entries.IsTaken())
                return host.Events.Quiet(WalkCause.BadConfiguration, AmdviCode.PageFault, AmdviCode.InvalidRequest);
            table = new Gpa(entry[0].Field(51, 12) << 12);
        }

        return _guest.Of(unit, request, new GuestTables.Tables(table, device.GPM + 4, pasid), host, entries);
    }
}
