using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>From a request to its device table entry.</summary>
/// <remarks>Source: AMD-Vi 2.2.2; 3.3.1, device table base address register.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class AmdviWalk(AmdviRules rules)
{
    private const int EntryShift = 5;

    private readonly DeviceWalk _device = new(rules);

    public WalkResult Of(AmdviUnit unit, in WalkRequest request, IEntries entries)
    {
        var use = new EntryUse(EntryKind.Switch, request.Requester, request.Pasid, 0, null, 0, 0, request.At);

        // 1. Without translation every request passes (IommuEn).
        if (!entries.Read(use, UnitRegister.Translation).Has(0)) return WalkResult.To(new Gpa(request.At.Value));

        // 2. The device table: its base 51:12, and its size 8:0 in pages, less one.
        var register = entries.Read(use with { Kind = EntryKind.Register }, UnitRegister.Tables);
        var pages = new PageCount(register.Field(8, 0) + 1);
        var events = default(AmdviEvents);
        if (!rules.IsDeviceWithin(request.Requester, pages))
        {
            return events.Quiet(
                WalkCause.IdTooWide, AmdviCode.PageFault, AmdviCode.IllegalDevice, AmdviCode.DeviceTableUnreadable);
        }

        // 3. The entry: 32 bytes.
        Span<Word> entry = stackalloc Word[DeviceEntry.Size];
        var at = new Gpa(register.Field(51, 12) << 12).Plus((ulong)request.Requester.Value << EntryShift);
        use = use with { Kind = EntryKind.Requester };
        return entries.TryRead(use, at, entry)
            ? _device.Of(unit, request, entry, entries)
            : events.Unreadable(AmdviCode.DeviceTableUnreadable, at, isMissingRight: false);
    }
}
