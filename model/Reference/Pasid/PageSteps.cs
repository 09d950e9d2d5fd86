using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>What page requests and their answers change.</summary>
internal static class PageSteps
{
    /// <summary>A request was sent, and perhaps answered at once.</summary>
    /// <param name="state">The state.</param>
    /// <param name="request">The request.</param>
    /// <param name="answer">The answer, if one came.</param>
    public static void Sent(PlatformState state, PasidOperation.PageRequest request, PageResponse? answer)
    {
        if (state.Rules.IsStopMarker(request))
        {
            Enqueue(state, request, PageGate.IsQueued(state, state.Of(request.Function)));
            return;
        }

        var group = state.Interface.Find(request.Function, request.Group);
        if (group is null)
            state.Interface.Waiting.Add(group = new WaitingGroup(request.Function, request.Group, request.Pasid));
        group.Count++;
        group.IsComplete |= request.IsLast;
        if (answer is not null) Answered(state, answer);
        else Enqueue(state, request, request.IsLast || PageGate.IsQueued(state, state.Of(request.Function)));
    }

    /// <summary>A group was answered: it waits no longer.</summary>
    /// <param name="state">The state.</param>
    /// <param name="response">The answer.</param>
    public static void Answered(PlatformState state, PageResponse response)
    {
        if (state.Interface.Find(response.Function, response.Group) is { } group)
            state.Interface.Waiting.Remove(group);
        if (response.Code == PageResponseCode.Failure) state.Interface.Fail(state.Rules);
    }

    /// <summary>A guest has answered.</summary>
    /// <param name="state">The state.</param>
    /// <param name="respond">What it said.</param>
    /// <param name="seen">What came of it.</param>
    public static void Responded(PlatformState state, PasidOperation.Respond respond, Observation seen)
    {
        var pages = state.Of(respond.Function).Pages;
        if (seen is not PasidObservation.Responded responded)
        {
            pages.Unexpected = true;
            return;
        }

        Answered(state, responded.Received);
        if (respond.Code == PageResponseCode.Failure) pages.Failed = true;
    }

    /// <summary>What waits of a function is gone.</summary>
    /// <param name="state">The state.</param>
    /// <param name="function">The function; null for all.</param>
    public static void Forget(PlatformState state, FunctionState? function)
    {
        state.Interface.Waiting.RemoveAll(group => function is null || group.Function == function.Id);
        MayBeGone(state, request => function is null || request.Function == function.Id);
    }

    /// <summary>What waits of a PASID is answered or gone.</summary>
    /// <param name="state">The state.</param>
    /// <param name="function">The function.</param>
    /// <param name="pasid">The PASID, if any.</param>
    public static void Drain(PlatformState state, FunctionState function, Pasid? pasid)
    {
        state.Interface.Waiting.RemoveAll(group => group.Function == function.Id && group.Pasid == pasid);
        MayBeGone(state, request => request.Function == function.Id && request.Pasid == pasid);
    }

    private static void Enqueue(PlatformState state, PasidOperation.PageRequest request, bool isSure)
    {
        if (!PageGate.MayBeQueued(state, state.Of(request.Function))) return;
        state.Queue.Add(new QueuedRequest(
            new TakenRequest(request.Function, request.Pasid, request.Group, request.Wanted, request.IsLast),
            MayBeGone: !isSure));
    }

    private static void MayBeGone(PlatformState state, Predicate<TakenRequest> concerns)
    {
        for (var i = 0; i < state.Queue.Count; i++)
        {
            if (concerns(state.Queue[i].Request)) state.Queue[i] = state.Queue[i] with { MayBeGone = true };
        }
    }
}
