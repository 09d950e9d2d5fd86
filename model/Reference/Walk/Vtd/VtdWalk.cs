using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>From a request to memory, or to a fault: the steps before the mode is known.</summary>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class VtdWalk(VtdRules rules)
{
    private const ulong Legacy = 0;
    private const ulong Scalable = 1;

    private readonly LegacyWalk _legacy = new(rules);
    private readonly ScalableWalk _scalable = new(rules);

    public WalkResult Of(VtdUnit unit, in WalkRequest request, IEntries entries)
    {
        var use = new EntryUse(EntryKind.Switch, request.Requester, request.Pasid, 0, null, 0, 0, request.At);

        // 1. Without translation every request is passed through.
        if (!entries.Read(use, UnitRegister.Translation).Has(0)) return WalkResult.To(new Gpa(request.At.Value));

        // 2. RTADDR_REG: the root table and the mode (TTM, bits 11:10).
        var root = entries.Read(use with { Kind = EntryKind.Register }, UnitRegister.Tables);
        // A mode that the unit does not have is reserved: it may be told as such, or the bits may be ignored.
        var mode = root.Field(11, 10);
        var known = unit.ScalableMode ? Scalable : Legacy;
        if (mode > known && entries.IsTaken()) mode &= known;
        return mode switch
        {
            Legacy => _legacy.Of(unit, request, new Gpa(root.Value).PageStart(), entries),
            Scalable when unit.ScalableMode => _scalable.Of(unit, request, new Gpa(root.Value).PageStart(), entries),
            _ => WalkResult.Of(new WalkFault(WalkCause.UnitOff, [VtdCode.TablesMode], Logging.May)),
        };
    }
}
