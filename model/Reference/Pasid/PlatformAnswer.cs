using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>What the platform answers; changes nothing.</summary>
public static class PlatformAnswer
{
    /// <summary>Answers an operation.</summary>
    /// <param name="state">The platform before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The observation.</returns>
    public static Observation To(PlatformState state, PasidOperation operation) => operation switch
    {
        PasidOperation.Discover discover => new PasidObservation.Chain(
            [.. ConfigView.Chain(state, discover.Side, state.Of(discover.Function))]),
        PasidOperation.Assign assign => Assign(state, state.Of(assign.Function)),
        PasidOperation.ConfigRead read => Read(state, read),
        PasidOperation.Unbind unbind => Unbind(state, unbind),
        PasidOperation.Dma dma => Dma(state, dma),
        PasidOperation.PageRequest request => PageRequest(state, request),
        PasidOperation.TakeRequests => Take(state),
        PasidOperation.Respond respond => Respond(state, respond),
        _ => PasidObservation.Done.Instance,
    };

    private static PasidObservation.Assigned Assign(PlatformState state, FunctionState function)
    {
        var chain = Placement.Chain(state, function);
        var has = Placement.Find(chain, Architected.Pasid) is not null;
        var capability = has ? state.Rules.Supported(state) | ((uint)state.Rules.Width(state) << 8) : 0;
        return new PasidObservation.Assigned([.. chain], new Word(capability));
    }

    private static PasidObservation.Value Read(PlatformState state, PasidOperation.ConfigRead read)
    {
        var four = ConfigView.Read(state, read.Side, state.Of(read.Function), read.At.Value & ~3);
        var bytes = (ulong)four >> (8 * (read.At.Value & 3)) & (ulong.MaxValue >> (64 - (8 * read.Width)));
        return new PasidObservation.Value(new Word(bytes));
    }

    private static PasidObservation.Unbound Unbind(PlatformState state, PasidOperation.Unbind unbind)
    {
        var answers = new List<PageResponse>();
        foreach (var group in state.Interface.Waiting)
        {
            if (group.IsComplete && group.Function == unbind.Function && group.Pasid == unbind.Pasid
                && state.Rules.Drains)
                answers.Add(Response(state, group, PageResponseCode.Invalid));
        }

        return new PasidObservation.Unbound([.. answers]);
    }

    private static Observation Dma(PlatformState state, PasidOperation.Dma dma)
    {
        var rules = state.Rules;
        if (!rules.Sends(state, dma))
        {
            if (!rules.LosesPasid) return PasidObservation.NotSent.Instance;
            dma = dma with { Pasid = null, Privileged = false };
        }

        var function = state.Of(rules.TablesOf(state, dma.Function));
        var binding = rules.InUse(function, rules.Lookup(dma.Pasid));
        if (rules.FallsBack) binding ??= rules.InUse(function, pasid: null);
        var (reason, page) = RequestGate.Pass(
            state, dma, function, rules.Effective(rules.InUse(function)), binding);
        if (reason is { } blocked) return new PasidObservation.Blocked(rules.Reason(blocked));
        return page.Outcomes[0] is Translation.To to
            ? new PasidObservation.Landed(to.At)
            : new PasidObservation.Blocked(rules.Reason(BlockReason.Page));
    }

    private static Observation PageRequest(PlatformState state, PasidOperation.PageRequest request)
    {
        var (rules, function) = (state.Rules, state.Of(request.Function));
        if (!PageGate.MaySend(state, request)) return PasidObservation.NotSent.Instance;
        var isMarker = rules.IsStopMarker(request);
        var isAnswered = isMarker ? rules.AnswersStopMarker
            : !PageGate.IsQueued(state, function) && (request.IsLast || rules.AnswersEarly);
        if (!isAnswered) return new PasidObservation.Requested(null);
        var pasid = state.Interface.Find(request.Function, request.Group)?.Pasid ?? request.Pasid;
        return new PasidObservation.Requested(Response(
            state, new WaitingGroup(request.Function, request.Group, pasid), PageGate.AtOnce(state, function)));
    }

    private static PasidObservation.Taken Take(PlatformState state)
    {
        var requests = new List<TakenRequest>();
        foreach (var queued in state.Queue)
        {
            if (!queued.MayBeGone) requests.Add(queued.Request);
        }

        return new PasidObservation.Taken([.. state.Rules.Taken(requests)]);
    }

    private static Observation Respond(PlatformState state, PasidOperation.Respond respond)
    {
        if (state.Interface.Find(respond.Function, respond.Group) is not { IsComplete: true } group)
            return PasidObservation.Refused.Instance;
        var code = state.Rules.Passed(respond.Code);
        return new PasidObservation.Responded(
            new Word(state.Rules.Encoding(state.Configuration.Unit, code)), Response(state, group, code));
    }

    // A failure of a queue that is off: RISC-V gives it the PASID of the request, SMMUv3 gives it none.
    private static PageResponse Response(PlatformState state, WaitingGroup group, PageResponseCode code)
    {
        var needed = code == PageResponseCode.Failure
            ? state.Configuration.Unit != PasidUnit.Smmuv3
            : state.Interface.ResponseNeedsPasid;
        return new PageResponse(
            group.Function, group.Group, code, state.Rules.CarriesPasid(needed) ? group.Pasid : null);
    }
}
