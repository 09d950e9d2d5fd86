using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>A fault that may or must have been recorded.</summary>
/// <param name="Request">The request that faulted.</param>
/// <param name="Pages">The pages that the record may name.</param>
/// <param name="Faults">The faults that it may have had; empty if any.</param>
/// <param name="Certain">Whether it must have been recorded.</param>
public sealed record ExpectedRecord(
    WalkRequest Request, ValueList<Iova> Pages, ValueList<WalkFault> Faults, bool Certain)
{
    /// <summary>Whether this record may be of this fault.</summary>
    /// <param name="seen">The record.</param>
    /// <returns>The first field that speaks against it, or null.</returns>
    public string? Contradiction(in FaultFields seen)
    {
        if (seen.Requester is { } requester && requester != Request.Requester) return "requester";
        if (seen.Page is { } page && !Pages.Contains(page)) return "page";
        if (seen.Writes is { } writes && writes != Request.Writes && Request.Kind != DmaKind.Atomic)
            return "direction";
        if (seen.HasPasid && seen.Pasid != Request.Pasid) return "pasid";
        if (seen.Undefined != default) return "undefined";
        if (Faults.Count == 0) return null;
        string? nearest = "code";
        foreach (var fault in Faults.AsSpan())
        {
            if (!fault.Codes.Contains(seen.Code)) continue;
            nearest = Contradiction(fault, seen);
            if (nearest is null) return null;
        }

        return nearest;
    }

    private static string? Contradiction(WalkFault fault, in FaultFields seen)
    {
        if (fault.SecondStage is { } stage && seen.SecondStage is { } seenStage && stage != seenStage) return "stage";
        if (fault.Class is { } part && seen.Class is { } seenPart && part != seenPart) return "class";
        if (fault.Index is { } index && seen.Index is { } seenIndex && index != seenIndex) return "index";
        return fault.Second is { } second && seen.Second is { } seenSecond
            && second.PageStart() != seenSecond.PageStart() ? "second" : null;
    }
}
