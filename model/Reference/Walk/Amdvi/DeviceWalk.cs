using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>What a device table entry makes of a request: passed, blocked, host tables, guest tables.</summary>
/// <remarks>Source: AMD-Vi 2.2.2, with the table of what V, TV, GV and Mode enable.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class DeviceWalk(AmdviRules rules)
{
    private readonly HostTables _host = new(rules);
    private readonly Gcr3Walk _guest = new(rules);

    public WalkResult Of(AmdviUnit unit, in WalkRequest request, ReadOnlySpan<Word> words, IEntries entries)
    {
        // 1. Without V every request passes.
        var entry = new DeviceEntry(words);
        if (!rules.IsValid(entry)) return WalkResult.To(new Gpa(request.At.Value));

        // 2. Reserved bits, then TV. What is recorded where there are no tables is left open.
        var events = rules.EventsOf(entry);
        if (rules.IsReserved(unit, entry) || (DeviceLaw.IsOpen(unit, entry) && entries.IsTaken()))
        {
            return rules.HasTables(entry)
                ? events.Fault(WalkCause.BadConfiguration, AmdviCode.IllegalDevice)
                : events.Quiet(WalkCause.BadConfiguration, AmdviCode.IllegalDevice, AmdviCode.PageFault);
        }

        var usesGuest = entry.UsesGuest(unit, request.Pasid is not null);
        if (!rules.HasTables(entry) && (!usesGuest || !entries.IsTaken()))
            return events.Quiet(WalkCause.NotConfigured, AmdviCode.PageFault, AmdviCode.IllegalDevice);

        // 3. The mode has to be one of the unit's.
        if (!rules.IsMode(unit, entry.Mode))
            return events.Fault(WalkCause.BadConfiguration, AmdviCode.IllegalDevice, AmdviCode.PageFault);

        // 4. A PASID needs guest tables; translated addresses, a device that may cache them.
        if (request.Pasid is not null && !usesGuest && rules.RefusesPasid)
            return events.Quiet(WalkCause.KindNotAdmitted, AmdviCode.InvalidRequest, AmdviCode.PageFault);
        if (request.AddressType != AddressType.Untranslated)
        {
            return entry.I
                ? WalkResult.To(new Gpa(request.At.Value))
                : events.Quiet(WalkCause.KindNotAdmitted, AmdviCode.InvalidRequest, AmdviCode.PageFault);
        }

        // 5. The tables. Whether the rights of the entry count for those of a guest is left open.
        var tables = TablesOf(unit, entry, events);
        if (!usesGuest) return _host.Of(request, tables, entries);
        if (!DeviceLaw.HasGuest(unit, entry))
            return events.Fault(WalkCause.BadConfiguration, AmdviCode.IllegalDevice, AmdviCode.PageFault);
        if (tables.Rights != Access.ReadWrite && entries.IsTaken())
            tables = tables with { Rights = Access.ReadWrite };
        return _guest.Of(unit, request, entry, tables, entries);
    }

    private static HostTables.Tables TablesOf(AmdviUnit unit, DeviceEntry entry, AmdviEvents events) => new(
        entry.Root, entry.Mode, entry.DomainID, Space: null, entry.Rights,
        unit.HostAccessed && (entry.HAD & 1) != 0,
        unit.HostDirty && entry.HAD == 3,
        ForConfiguration: false, events);
}
