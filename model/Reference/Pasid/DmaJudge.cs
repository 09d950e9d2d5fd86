using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Judges accesses by what may become of them with every setting and binding that may be in use.</summary>
internal static class DmaJudge
{
    // Beyond them is memory that no function has.
    private const ulong Owners = 256;

    public static After Dma(PlatformState state, PasidOperation.Dma dma, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (PasidObservation.Landed or PasidObservation.Blocked or PasidObservation.NotSent))
            return PasidJudge.Garbage(seen, ref verdicts);
        if (!RequestGate.MaySend(state, dma)) return NotSent(state, dma, seen, ref verdicts);
        var allowed = DmaOutcomes.Of(state, dma);
        var requirement = DmaBlame.Of(state, dma, allowed);
        verdicts.Met(PasidRequirements.Enf06);
        verdicts.Met(requirement);
        if (allowed.Count > 0) verdicts.Met(PasidRequirements.Enf11);
        if (allowed.HasFormer) verdicts.Met(PasidRequirements.Enf10);
        Cover(state, dma, seen, ref verdicts);
        return seen switch
        {
            PasidObservation.Landed landed => Landed(dma, landed, allowed, requirement, ref verdicts),
            PasidObservation.Blocked blocked => Blocked(blocked, allowed, requirement, ref verdicts),
            _ => Refuse(Asked(requirement), "sent", Deviation.Missing, "sent", "not sent", ref verdicts),
        };
    }

    // What the physical function has off, nobody sends.
    private static After NotSent(
        PlatformState state, PasidOperation.Dma dma, Observation seen, ref Verdicts verdicts)
    {
        var isOff = (state.PhysicalControl & 1) == 0 || dma.Pasid!.Value.Value >> state.PhysicalWidth != 0;
        var requirement = isOff ? PasidRequirements.Enf07 : PasidRequirements.Enf15;
        verdicts.Met(requirement);
        if (seen is PasidObservation.NotSent) return After.Consistent;
        if (seen is PasidObservation.Blocked) return After.Consistent;
        return Refuse(requirement, "access", Deviation.Extra, "nothing is sent", seen.ToString(), ref verdicts);
    }

    private static After Landed(
        PasidOperation.Dma dma, PasidObservation.Landed landed, DmaOutcomes allowed, Requirement requirement,
        ref Verdicts verdicts)
    {
        if (allowed.Lands(landed.At)) return After.Consistent;
        var owner = landed.At.Value >> 24;
        if (owner != dma.Function.Value && owner < Owners)
        {
            return Refuse(
                PasidRequirements.Enf06, "memory", Deviation.Foreign, $"of function {dma.Function}",
                $"{landed.At} of function {owner}", ref verdicts);
        }

        if (allowed.FormerlyLanded(landed.At))
        {
            return Refuse(
                PasidRequirements.Enf10, "memory", Deviation.Stale, allowed.ToString(), $"{landed.At}", ref verdicts);
        }

        return allowed.Count > 0
            ? Refuse(
                PasidRequirements.Enf11, "memory", Deviation.WrongValue, allowed.ToString(), $"{landed.At}",
                ref verdicts)
            : Refuse(requirement, "access", Deviation.Extra, "blocked", $"{landed.At}", ref verdicts);
    }

    private static After Blocked(
        PasidObservation.Blocked blocked, DmaOutcomes allowed, Requirement requirement, ref Verdicts verdicts)
    {
        if (allowed.Reasons == 0)
            return Refuse(Asked(requirement), "access", Deviation.Missing, "lands", $"{blocked.Reason}", ref verdicts);
        if (blocked.Reason == BlockReason.Untold) return After.Consistent;
        verdicts.Met(PasidRequirements.Enf14);
        if (allowed.Blocks(blocked.Reason)) return After.Consistent;
        return Refuse(
            PasidRequirements.Enf14, "reason", Deviation.WrongValue, allowed.ToString(), $"{blocked.Reason}",
            ref verdicts);
    }

    // A request that had to arrive: without a PASID nothing that is about PASIDs may stand in its way.
    private static Requirement Asked(Requirement requirement) =>
        requirement == PasidRequirements.Enf04 ? requirement : PasidRequirements.Enf08;

    private static void Cover(PlatformState state, PasidOperation.Dma dma, Observation seen, ref Verdicts verdicts)
    {
        if (!verdicts.TakesEvidence) return;
        if (seen is PasidObservation.Blocked { Reason: not BlockReason.Untold } blocked)
            verdicts.Cover(PasidCoverpoints.Blocked(blocked.Reason));
        if (seen is not PasidObservation.Landed) return;
        verdicts.Cover(PasidCoverpoints.Lands(state.Configuration.Unit));
        var width = (int)(state.Of(dma.Function).PasidCapability >> 8 & 0x1f);
        if (dma.Pasid is { } pasid && pasid.Value == (1u << width) - 1) verdicts.Cover(PasidCoverpoints.WidestPasid);
    }

    private static After Refuse(
        Requirement requirement, string field, Deviation deviation, string allowed, string seen,
        ref Verdicts verdicts)
    {
        verdicts.Violate(requirement, field, deviation, allowed, seen);
        return After.Resynchronised;
    }
}
