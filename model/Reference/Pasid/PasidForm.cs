using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Whether an operation makes sense: it names what exists, and what comes of it is defined.</summary>
public static class PasidForm
{
    private const uint Spaces = 4;
    private const ulong Addresses = 16 * Page.Bytes;

    /// <summary>Whether an operation makes sense.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>False if it is to be skipped.</returns>
    public static bool Applies(PlatformState state, PasidOperation operation) => operation switch
    {
        PasidOperation.Discover discover => HasSide(state, discover.Side, discover.Function),
        PasidOperation.Assign assign => Can(state, PasidFeatures.Assign) && state.Has(assign.Function)
            && !state.Of(assign.Function).IsAssigned,
        PasidOperation.Unassign unassign => IsAssigned(state, unassign.Function),
        PasidOperation.ConfigRead read => HasSide(state, read.Side, read.Function)
            && ConfigForm.IsAccess(state.Of(read.Function), read.Side, read.At, read.Width),
        PasidOperation.ConfigWrite write => HasSide(state, write.Side, write.Function)
            && ConfigForm.IsAccess(state.Of(write.Function), write.Side, write.At, write.Width)
            && write.Value.Value >> (8 * write.Width) == 0 && ConfigForm.IsDefined(state, write),
        PasidOperation.FunctionReset reset => Can(state, PasidFeatures.Reset) && state.Has(reset.Function)
            && (reset.Function.Value != 0 || !AnyVirtualAssigned(state)),
        PasidOperation.Bind bind => Can(state, PasidFeatures.Requests) && IsAssigned(state, bind.Function)
            && bind.Space.Value < Spaces && (bind.Pasid is not null || !bind.TakesPrivileged),
        PasidOperation.Unbind unbind => Can(state, PasidFeatures.Requests) && IsAssigned(state, unbind.Function),
        PasidOperation.Invalidate invalidate => Can(state, PasidFeatures.Requests)
            && IsAssigned(state, invalidate.Function),
        PasidOperation.Dma dma => Can(state, PasidFeatures.Requests) && IsDma(state, dma),
        PasidOperation.PageRequest request => Can(state, PasidFeatures.PageRequests) && IsPageRequest(state, request),
        PasidOperation.Respond respond => Can(state, PasidFeatures.PageRequests)
            && IsAssigned(state, respond.Function) && state.Of(respond.Function).PagesAt is not null
            && Enum.IsDefined(respond.Code),
        _ => Can(state, PasidFeatures.PageRequests),
    };

    private static bool Can(PlatformState state, PasidFeatures feature) =>
        (state.Configuration.Features & feature) != 0;

    private static bool HasSide(PlatformState state, ConfigSide side, FunctionId function) =>
        side == ConfigSide.Hardware ? state.Has(function) : IsAssigned(state, function);

    private static bool IsAssigned(PlatformState state, FunctionId function) =>
        state.Has(function) && state.Of(function).IsAssigned;

    private static bool AnyVirtualAssigned(PlatformState state)
    {
        foreach (var function in state.Functions)
        {
            if (!function.IsPhysical && function.IsAssigned) return true;
        }

        return false;
    }

    // The host uses the physical function as it likes while no guest has it.
    private static bool IsDma(PlatformState state, PasidOperation.Dma dma)
    {
        if (!state.Has(dma.Function) || dma.At.Value >= Addresses) return false;
        if (dma.Function.Value == 0 && !state.Physical.IsAssigned) return false;
        return dma.Pasid is not null || (dma.Kind != DmaKind.Execute && !dma.Privileged);
    }

    // An index names one group until it is answered, and nothing follows the last request of a group.
    private static bool IsPageRequest(PlatformState state, PasidOperation.PageRequest request)
    {
        if (!state.Has(request.Function) || state.Interface.Node is null) return false;
        if ((request.Wanted & ~(Access.ReadWrite | Access.Execute)) != 0) return false;
        if (PageGate.IsStopMarker(request)) return true;
        return state.Interface.Find(request.Function, request.Group) is not { } group
            || (!group.IsComplete && group.Pasid == request.Pasid);
    }
}
