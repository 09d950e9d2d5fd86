using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>What an operation changes.</summary>
public static class PlatformSteps
{
    /// <summary>Does an operation.</summary>
    /// <param name="state">The platform, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was answered: where there is a choice, it is adopted.</param>
    public static void Do(PlatformState state, PasidOperation operation, Observation seen)
    {
        switch (operation)
        {
            case PasidOperation.Assign assign when seen is PasidObservation.Assigned assigned:
                Assign(state.Of(assign.Function), assigned);
                break;
            case PasidOperation.Unassign unassign: Unassign(state, state.Of(unassign.Function)); break;
            case PasidOperation.ConfigWrite write: ConfigSteps.Write(state, write); break;
            case PasidOperation.FunctionReset reset: Reset(state, state.Of(reset.Function)); break;
            case PasidOperation.Bind bind:
                state.Of(bind.Function).Attach(bind.Pasid, new Binding(bind.Space, bind.TakesPrivileged));
                break;
            case PasidOperation.Unbind unbind:
                state.Of(unbind.Function).Attach(unbind.Pasid, null);
                PageSteps.Drain(state, state.Of(unbind.Function), unbind.Pasid);
                break;
            case PasidOperation.Invalidate invalidate: state.Of(invalidate.Function).Settle(); break;
            case PasidOperation.PageRequest request when seen is PasidObservation.Requested requested:
                PageSteps.Sent(state, request, requested.Answer);
                break;
            case PasidOperation.TakeRequests: state.Queue.Clear(); break;
            case PasidOperation.Respond respond: PageSteps.Responded(state, respond, seen); break;
            case PasidOperation.SetQueue set: state.QueueIsOn = set.IsOn; break;
        }
    }

    private static void Assign(FunctionState function, PasidObservation.Assigned assigned)
    {
        function.IsAssigned = true;
        function.Guest.Clear();
        foreach (var entry in assigned.Entries) function.Guest.Add(entry);
        function.PasidAt = Placement.Find(function.Guest, Architected.Pasid);
        function.PagesAt = Placement.Find(function.Guest, Architected.Pages);
        function.PasidCapability = (uint)assigned.Capability.Value & 0xffff;
        function.Retracted.Clear();
    }

    private static void Unassign(PlatformState state, FunctionState function)
    {
        if (!state.Rules.KeepsWhenTaken) function.Clear();
        function.Pages.Reset();
        PageSteps.Forget(state, function);
        (function.IsAssigned, function.PasidAt, function.PagesAt) = (false, null, null);
        function.Guest.Clear();
    }

    private static void Reset(PlatformState state, FunctionState function)
    {
        var (rules, isAll) = (state.Rules, function.IsPhysical || state.Rules.ResetReachesOthers);
        // The physical function takes its virtual ones with it; none of them is assigned then.
        foreach (var other in state.Functions)
        {
            if (other != function && !function.IsPhysical) continue;
            foreach (var block in other.Blocks)
            {
                if (rules.ResetClearsTranslations || block.Node.Id != Architected.Ats) block.Reset();
            }
        }

        if (!function.IsPhysical) state.VirtualWasReset = true;
        var control = function.Control;
        if (rules.ResetRetracts) function.Clear();
        if (!rules.ResetClearsControl) function.SetControl(control);
        else if (!rules.ResetRetracts) function.SetControl(0);
        PageSteps.Forget(state, isAll ? null : function);
        if (isAll) state.Interface.Reset();
    }
}
