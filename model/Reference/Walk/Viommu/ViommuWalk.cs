using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>Where an access of an endpoint goes.</summary>
/// <remarks>Source: virtio 1.3, 5.13.6, bypass mode; 5.13.6.5, MAP request; 5.13.6.9, the reasons of faults.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class ViommuWalk(ViommuRules rules)
{
    private const int NoDomain = 1;
    private const int NoMapping = 2;

    public WalkResult Of(ViommuUnit unit, in WalkRequest request, IEntries entries)
    {
        // 1. The endpoint is in a domain, or in bypass mode.
        var use = new EntryUse(EntryKind.Register, request.Requester, null, 0, null, 0, 0, request.At);
        var attachment = entries.Read(use, UnitRegister.Attachment);
        if (attachment == default)
        {
            var bypass = entries.Read(use with { Kind = EntryKind.Switch }, UnitRegister.Bypass);
            return rules.Passes(unit, bypass)
                ? WalkResult.To(new Gpa(request.At.Value))
                : Fault(WalkCause.NotConfigured, NoDomain);
        }

        // 2. The domain passes it through, or the address is one that can be mapped.
        if (rules.PassesAttached(attachment)) return WalkResult.To(new Gpa(request.At.Value));
        if (rules.Sought(unit, request.At) is not { } sought) return Fault(WalkCause.AddressTooWide, NoMapping);

        // 3. The mapping of its page, and its rights.
        var page = new EntryUse(
            EntryKind.Page, request.Requester, null, (uint)attachment.Field(31, 0), null, 1, 1, sought);
        var mapping = entries.Read(page, UnitRegister.Mapping);
        if (!rules.IsPresent(mapping)) return Fault(WalkCause.NotPresent, NoMapping);
        return rules.Admits(mapping, request.Wanted)
            || (rules.MayAdmit(mapping, request.Wanted) && entries.IsTaken())
                ? WalkResult.To(rules.OutputOf(mapping, request.At))
                : Fault(WalkCause.NoRight, NoMapping);
    }

    /// <summary>A device can report a fault, and need not.</summary>
    private static WalkResult Fault(WalkCause cause, int reason) =>
        WalkResult.Of(new WalkFault(cause, [reason], Logging.May));
}
