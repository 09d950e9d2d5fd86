using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>
/// The one judge of the area <c>pasid</c>: compares what was seen with what is allowed, and steps the state.
/// </summary>
public static class PasidJudge
{
    /// <summary>Judges one step.</summary>
    /// <param name="state">The state, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen; never <see cref="Lost"/>.</param>
    /// <param name="verdicts">Takes evidence, coverage and violations.</param>
    /// <returns>How judging goes on.</returns>
    public static After Judge(PlatformState state, PasidOperation operation, Observation seen, ref Verdicts verdicts)
    {
        if (seen is Unsupported unsupported)
        {
            verdicts.Violate(
                PasidRequirements.Capa01, "support", Deviation.Missing, "what is declared is done",
                unsupported.Reason);
            return After.Lost;
        }

        var after = Of(state, operation, seen, ref verdicts);
        if (after != After.Lost) PlatformSteps.Do(state, operation, seen);
        return after;
    }

    /// <summary>The observation is no answer to the operation.</summary>
    /// <param name="seen">The observation.</param>
    /// <param name="verdicts">Takes the violation.</param>
    /// <returns>The case ends.</returns>
    internal static After Garbage(Observation seen, ref Verdicts verdicts)
    {
        verdicts.Violate(
            PasidRequirements.Live01, "observation", Deviation.WrongValue, "an answer to the operation",
            seen.ToString());
        return After.Lost;
    }

    private static After Of(PlatformState state, PasidOperation operation, Observation seen, ref Verdicts verdicts)
    {
        verdicts.Met(PasidRequirements.Live01);
        return operation switch
        {
            PasidOperation.Discover discover => ChainJudge.Discover(state, discover, seen, ref verdicts),
            PasidOperation.Assign assign => ChainJudge.Assign(state, assign, seen, ref verdicts),
            PasidOperation.ConfigRead read => ConfigJudge.Read(state, read, seen, ref verdicts),
            PasidOperation.Dma dma => DmaJudge.Dma(state, dma, seen, ref verdicts),
            PasidOperation.Unbind unbind => PageJudge.Unbind(state, unbind, seen, ref verdicts),
            PasidOperation.PageRequest request => PageJudge.Request(state, request, seen, ref verdicts),
            PasidOperation.TakeRequests => PageJudge.Take(state, seen, ref verdicts),
            PasidOperation.Respond respond => PageJudge.Respond(state, respond, seen, ref verdicts),
            _ => Done(state, operation, seen, ref verdicts),
        };
    }

    private static After Done(PlatformState state, PasidOperation operation, Observation seen, ref Verdicts verdicts)
    {
        verdicts.Met(PasidRequirements.Capa01);
        if (seen is PasidObservation.Done)
        {
            if (operation is PasidOperation.ConfigWrite write) PasidCover.Write(state, write, ref verdicts);
            return After.Consistent;
        }

        if (seen is not PasidObservation.Refused) return Garbage(seen, ref verdicts);
        verdicts.Violate(PasidRequirements.Capa01, "answer", Deviation.Missing, "done", "refused");
        return After.Lost;
    }
}
