using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>What becomes of a page request: whether it is sent, and who answers it.</summary>
public static class PageGate
{
    /// <summary>Whether a request says that no more will come: it is the last, has a PASID and wants nothing.</summary>
    /// <param name="request">The request.</param>
    /// <returns>True if it does.</returns>
    public static bool IsStopMarker(PasidOperation.PageRequest request) =>
        request is { Pasid: not null, IsLast: true, Wanted: Access.None };

    /// <summary>Whether a function sends a request.</summary>
    /// <param name="state">The state.</param>
    /// <param name="request">The request.</param>
    /// <returns>True if it does.</returns>
    public static bool MaySend(PlatformState state, PasidOperation.PageRequest request)
    {
        var pages = state.Interface;
        if (!pages.IsEnabled || pages.IsHalted) return false;
        if (request.Pasid is { } pasid
            && ((state.PhysicalControl & 1) == 0 || pasid.Value >> state.PhysicalWidth != 0))
            return false;
        return state.Rules.IsStopMarker(request) || state.Rules.HasCredit(pages);
    }

    /// <summary>Whether the IOMMU has a place for a request.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True if it has.</returns>
    public static bool HasPlace(PlatformState state) => state.Queue.Count < state.Configuration.QueueLength;

    /// <summary>Whether the IOMMU may have a place for a request: what may be gone leaves one.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True if it may.</returns>
    public static bool MayHavePlace(PlatformState state)
    {
        var sure = 0;
        foreach (var queued in state.Queue)
        {
            if (!queued.MayBeGone) sure++;
        }

        return sure < state.Configuration.QueueLength;
    }

    /// <summary>Whether a request may go to software.</summary>
    /// <param name="state">The state.</param>
    /// <param name="function">Its function.</param>
    /// <returns>True if it may.</returns>
    public static bool MayBeQueued(PlatformState state, FunctionState function) =>
        function.TakesPages && state.QueueIsOn && MayHavePlace(state);

    /// <summary>Whether a request goes to software.</summary>
    /// <param name="state">The state.</param>
    /// <param name="function">Its function.</param>
    /// <returns>True if it does.</returns>
    public static bool IsQueued(PlatformState state, FunctionState function) =>
        function.TakesPages && state.QueueIsOn && HasPlace(state);

    /// <summary>The answer that comes at once to the last request of a group that does not go to software.</summary>
    /// <param name="state">The state.</param>
    /// <param name="function">Its function.</param>
    /// <returns>The answer; where the specification leaves several, one of them.</returns>
    public static PageResponseCode AtOnce(PlatformState state, FunctionState function)
    {
        if (!function.TakesPages) return state.Rules.AnswerWhenOff;
        return state.QueueIsOn ? PageResponseCode.Success : state.Rules.AnswerWhenQueueIsOff;
    }

    /// <summary>Whether no requests of a guest's function wait and none will come.</summary>
    /// <param name="state">The state.</param>
    /// <param name="function">The function.</param>
    /// <returns>True if so.</returns>
    public static bool IsStopped(PlatformState state, FunctionState function)
    {
        if (function.Pages.IsEnabled) return false;
        foreach (var group in state.Interface.Waiting)
        {
            if (group.Function == function.Id) return false;
        }

        return true;
    }

    /// <summary>The encoding of an answer in a command.</summary>
    /// <param name="unit">The IOMMU.</param>
    /// <param name="code">The answer.</param>
    /// <returns>SMMUv3: the field Resp of CMD_PRI_RESP; the others: the code of PCI Express.</returns>
    public static ulong Encoding(PasidUnit unit, PageResponseCode code) => (unit, code) switch
    {
        (PasidUnit.Smmuv3, PageResponseCode.Failure) => 0,
        (PasidUnit.Smmuv3, PageResponseCode.Invalid) => 1,
        (PasidUnit.Smmuv3, _) => 2,
        (_, PageResponseCode.Success) => 0,
        (_, PageResponseCode.Invalid) => 1,
        _ => 0xf,
    };
}
