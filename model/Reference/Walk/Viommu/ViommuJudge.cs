using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>Judges what a device wrote into the buffer of a request.</summary>
internal static class ViommuJudge
{
    private static RequestRequirements Requirements => WalkRequirements.Viommu.Requests!;

    public static After Judge(
        WalkState state, ViommuTerms terms, WalkObservation.Answered seen, ref Verdicts verdicts)
    {
        if (ViommuAnswer.BytesOf(seen, terms.Request.Room) is not { } buffer)
            return WalkJudge.Garbage(seen, ref verdicts);
        if (verdicts.TakesEvidence && WalkCoverpoints.Viommu.OfCommand(terms.What) is { } point) verdicts.Cover(point);
        verdicts.Met(WhatGoesOn(terms));
        var isWritten = seen.Used.Value > 0 || buffer.AsSpan().ContainsAnyExcept(WalkObservation.Answered.Filler);
        var status = isWritten ? StatusOf(buffer) : ViommuStatus.Unwritten;
        var hasTail = terms.What != ViommuTerms.NoTail;
        var fine = !hasTail || !isWritten || IsPlaced(terms, seen, buffer, status, ref verdicts);
        fine &= IsAllowed(terms, status, ref verdicts);
        if (hasTail && terms.Request.Type == ViommuRequest.Probe && status == ViommuStatus.Ok)
            fine &= Tells(new ViommuUnit((WalkUnit.Viommu)state.Configuration.Unit), buffer, ref verdicts);
        terms.Change.Apply(state, status);
        state.Commands.Settle(stops: false);
        return fine ? After.Consistent : After.Resynchronised;
    }

    /// <summary>The queue stopped: the device was reset, and nothing is attached any more.</summary>
    public static After Stopped(WalkState state, ViommuTerms terms, ref Verdicts verdicts)
    {
        var broken = WhatGoesOn(terms);
        verdicts.Met(broken);
        verdicts.Violate(
            broken, $"queue {terms.What}", Deviation.Extra, "the buffers come back", "the queue stops");
        state.Domains.Clear(state.Advance());
        state.Ledger.Clear();
        state.Commands.Settle(stops: false);
        return After.Resynchronised;
    }

    // By what the queue does not stop at a request.
    private static Requirement WhatGoesOn(ViommuTerms terms) => terms.Decides == Requirements.Unwritten
        ? Requirements.Unwritten
        : WalkRequirements.Viommu.Completion;

    private static int StatusOf(byte[] buffer) =>
        buffer.Length < ViommuRequest.TailBytes ? ViommuStatus.Unwritten : buffer[^ViommuRequest.TailBytes];

    // What is written ends with a status, zeros follow it, and the length covers all.
    private static bool IsPlaced(
        ViommuTerms terms, WalkObservation.Answered seen, byte[] buffer, int status, ref Verdicts verdicts)
    {
        verdicts.Met(Requirements.Status);
        if (status is < ViommuStatus.Ok or > ViommuStatus.Most)
        {
            verdicts.Violate(
                Requirements.Status, "status", Deviation.WrongValue,
                $"a status from 0 to {(uint)ViommuStatus.Most}", Describe(status));
            return false;
        }

        verdicts.Met(Requirements.Length);
        if (seen.Used.Value != (ulong)buffer.Length)
        {
            verdicts.Violate(
                Requirements.Length, "length", Deviation.WrongValue,
                $"a length of {(uint)buffer.Length} bytes", $"{seen.Used} bytes");
            return false;
        }

        verdicts.Met(Requirements.Zeros);
        if (!buffer.AsSpan(buffer.Length - 3).ContainsAnyExcept((byte)0)) return true;
        verdicts.Violate(
            Requirements.Zeros, $"tail {terms.What}", Deviation.WrongValue, "three bytes 0 after the status",
            Convert.ToHexStringLower(buffer.AsSpan(buffer.Length - 3)));
        return false;
    }

    private static bool IsAllowed(ViommuTerms terms, int status, ref Verdicts verdicts)
    {
        if (terms.Decides is not { } decides) return true;
        verdicts.Met(decides);
        if (terms.Statuses.Contains(status)) return true;
        verdicts.Violate(
            decides, $"status {terms.What}", Deviation.WrongValue,
            string.Join(" or ", terms.Statuses.Select(Describe)), Describe(status));
        return false;
    }

    private static string Describe(int status) => status switch
    {
        ViommuStatus.Unwritten => "unwritten buffers",
        ViommuStatus.Ok => "status OK",
        _ => $"status {(uint)status}",
    };

    // Every region in a property, in any order, and then zeros.
    private static bool Tells(ViommuUnit unit, byte[] buffer, ref Verdicts verdicts)
    {
        ReadOnlySpan<byte> rest = buffer.AsSpan()[..^ViommuRequest.TailBytes];
        var told = new List<ViommuRegion>();
        while (ViommuAnswer.RegionOf(rest) is { } region)
        {
            told.Add(region);
            rest = rest[ViommuAnswer.PropertyBytes..];
        }

        verdicts.Met(Requirements.Properties);
        verdicts.Met(Requirements.Zeros);
        if (told.Count != unit.Regions.Count || unit.Regions.Any(region => !told.Contains(region)))
        {
            verdicts.Violate(
                Requirements.Properties, "regions", Deviation.WrongValue, string.Join(", ", unit.Regions),
                string.Join(", ", told));
            return false;
        }

        if (!rest.ContainsAnyExcept((byte)0)) return true;
        verdicts.Violate(
            Requirements.Zeros, "properties", Deviation.WrongValue, "zeros after the last property",
            Convert.ToHexStringLower(rest));
        return false;
    }
}
