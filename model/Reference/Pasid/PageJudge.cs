using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Judges page requests and their answers.</summary>
internal static class PageJudge
{
    public static After Request(
        PlatformState state, PasidOperation.PageRequest request, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (PasidObservation.Requested or PasidObservation.NotSent))
            return PasidJudge.Garbage(seen, ref verdicts);
        if (!PageGate.MaySend(state, request)) return Kept(state, request, seen, ref verdicts);
        var sent = state.VirtualWasReset ? PasidRequirements.Rst03 : PasidRequirements.Pri19;
        verdicts.Met(sent);
        if (seen is not PasidObservation.Requested { Answer: var answer })
            return Lose(sent, "sent", Deviation.Missing, "sent", "not sent", ref verdicts);
        if (PageGate.IsStopMarker(request))
            return Silent(PasidRequirements.Pri04, "a stop marker", answer, ref verdicts);
        if (!request.IsLast)
            return Silent(PasidRequirements.Pri03, "more of the group to come", answer, ref verdicts);
        if (PageGate.IsQueued(state, state.Of(request.Function)))
            return Silent(PasidRequirements.Pri05, "software answers", answer, ref verdicts);
        if (answer is null && PageGate.MayBeQueued(state, state.Of(request.Function))) return After.Consistent;
        return AtOnceJudge.Answered(state, request, answer, ref verdicts);
    }

    public static After Take(PlatformState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not PasidObservation.Taken taken) return PasidJudge.Garbage(seen, ref verdicts);
        if (state.Queue.Count > 0) verdicts.Met(PasidRequirements.Pri05);
        var requests = taken.Requests;
        if (requests.Count > state.Configuration.QueueLength)
        {
            return Lose(
                PasidRequirements.Pri05, "request", Deviation.Extra, $"at most {(uint)state.Configuration.QueueLength}",
                $"{requests.Count}", ref verdicts);
        }

        // Bit n: the first n of those that were found can be the ones that were sent up to here.
        var reached = (UInt128)1;
        foreach (var queued in state.Queue)
        {
            var further = queued.MayBeGone ? reached : 0;
            for (var n = 0; n < requests.Count; n++)
            {
                if ((reached >> n & 1) != 0 && requests[n] == queued.Request) further |= (UInt128)1 << (n + 1);
            }

            reached = further;
            if (reached == 0)
                return Lose(
                    PasidRequirements.Pri05, "request", Deviation.Missing, queued.Request.ToString(),
                    $"{requests.Count} others", ref verdicts);
        }

        return (reached >> requests.Count & 1) != 0
            ? After.Consistent
            : Lose(
                PasidRequirements.Pri05, "request", Deviation.Extra, "what was sent", $"{requests.Count} requests",
                ref verdicts);
    }

    public static After Respond(
        PlatformState state, PasidOperation.Respond respond, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (PasidObservation.Responded or PasidObservation.Refused))
            return PasidJudge.Garbage(seen, ref verdicts);
        var responded = seen as PasidObservation.Responded;
        if (state.Interface.Find(respond.Function, respond.Group) is not { IsComplete: true } group)
        {
            verdicts.Met(PasidRequirements.Pri09);
            return responded is null
                ? After.Consistent
                : Lose(
                    PasidRequirements.Pri09, "response", Deviation.Extra, "no function gets it",
                    responded.Received.ToString(), ref verdicts);
        }

        var requirement = group.SawVainReset ? PasidRequirements.Pri11
            : group.SawForeignReset ? PasidRequirements.Pri15
            : PasidRequirements.Pri20;
        verdicts.Met(requirement);
        if (responded is null)
            return Lose(requirement, "response", Deviation.Missing, "answered", "refused", ref verdicts);
        return ResponseJudge.Passed(state, respond, group, responded, ref verdicts);
    }

    public static After Unbind(
        PlatformState state, PasidOperation.Unbind unbind, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not PasidObservation.Unbound unbound) return PasidJudge.Garbage(seen, ref verdicts);
        var next = 0;
        foreach (var group in state.Interface.Waiting)
        {
            if (!group.IsComplete || group.Function != unbind.Function || group.Pasid != unbind.Pasid) continue;
            verdicts.Met(PasidRequirements.Pri17);
            if (next >= unbound.Answers.Count || unbound.Answers[next].Group != group.Group)
                return Lose(
                    PasidRequirements.Pri17, "answers", Deviation.Missing, $"an answer to group {group.Group}",
                    $"{unbound.Answers.Count} answers", ref verdicts);
            if (!ResponseJudge.Received(state, group, unbound.Answers[next++], ref verdicts)) return After.Lost;
        }

        return next == unbound.Answers.Count
            ? After.Consistent
            : Lose(
                PasidRequirements.Pri09, "answers", Deviation.Extra, "answers to what waits",
                unbound.Answers[next].ToString(), ref verdicts);
    }

    /// <summary>A violation after which nobody knows what waits.</summary>
    internal static After Lose(
        Requirement requirement, string field, Deviation deviation, string allowed, string seen,
        ref Verdicts verdicts)
    {
        verdicts.Violate(requirement, field, deviation, allowed, seen);
        return After.Lost;
    }

    private static After Kept(
        PlatformState state, PasidOperation.PageRequest request, Observation seen, ref Verdicts verdicts)
    {
        var pages = state.Interface;
        var requirement = !pages.IsEnabled ? PasidRequirements.Pri12
            : pages.IsHalted ? PasidRequirements.Pri10
            : request.Pasid is not null && !MaySendPasid(state, request) ? PasidRequirements.Enf07
            : PasidRequirements.Pri06;
        verdicts.Met(requirement);
        if (pages.IsHalted && verdicts.TakesEvidence) verdicts.Cover(PasidCoverpoints.StoppedByOther);
        return seen is PasidObservation.NotSent
            ? After.Consistent
            : Lose(requirement, "sent", Deviation.Extra, "not sent", "sent", ref verdicts);
    }

    private static bool MaySendPasid(PlatformState state, PasidOperation.PageRequest request) =>
        (state.PhysicalControl & 1) != 0 && request.Pasid!.Value.Value >> state.PhysicalWidth == 0;

    private static After Silent(
        Requirement requirement, string why, PageResponse? answer, ref Verdicts verdicts)
    {
        verdicts.Met(requirement);
        return answer is null
            ? After.Consistent
            : Lose(requirement, "answer", Deviation.Extra, $"none: {why}", answer.ToString(), ref verdicts);
    }
}
