using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Judges the answers that the IOMMU gives itself, because no software takes the request.</summary>
internal static class AtOnceJudge
{
    public static After Answered(
        PlatformState state, PasidOperation.PageRequest request, PageResponse? answer, ref Verdicts verdicts)
    {
        var function = state.Of(request.Function);
        var asksForNothing = request is { Pasid: null, Wanted: Access.None };
        var requirement = asksForNothing ? PasidRequirements.Pri18
            : function.TakesPages ? PasidRequirements.Pri16
            : PasidRequirements.Pri01;
        verdicts.Met(requirement);
        if (answer is null)
            return PageJudge.Lose(requirement, "answer", Deviation.Missing, "an answer", "none", ref verdicts);
        if (!IsAllowed(state, function, answer.Code))
        {
            if (function.TakesPages) requirement = PasidRequirements.Pri16;
            else if (answer.Code == PageResponseCode.Failure) requirement = PasidRequirements.Pri02;
            else requirement = PasidRequirements.Pri01;
            return PageJudge.Lose(
                requirement, "code", Deviation.WrongValue, Words(state, function), $"{answer.Code}", ref verdicts);
        }

        var pasid = state.Interface.Find(request.Function, request.Group)?.Pasid ?? request.Pasid;
        var group = new WaitingGroup(request.Function, request.Group, pasid);
        return ResponseJudge.Received(state, group, answer, ref verdicts) ? After.Consistent : After.Lost;
    }

    // RISC-V looks at the device first and says what it answers; SMMUv3 says what it answers without a queue;
    // VT-d and AMD leave the order, and the answer of a queue that is off or full, to the revision.
    private static bool IsAllowed(PlatformState state, FunctionState function, PageResponseCode code)
    {
        var isClear = state.Configuration.Unit is PasidUnit.Riscv or PasidUnit.Smmuv3;
        if (!function.TakesPages)
        {
            return code == PageResponseCode.Invalid
                || (code == PageResponseCode.Failure && !state.QueueIsOn
                    && state.Configuration.Unit != PasidUnit.Riscv);
        }

        if (!isClear) return true;
        return code == (state.QueueIsOn ? PageResponseCode.Success : PageResponseCode.Failure);
    }

    private static string Words(PlatformState state, FunctionState function)
    {
        var allowed = new List<PageResponseCode>();
        foreach (var code in Enum.GetValues<PageResponseCode>())
        {
            if (IsAllowed(state, function, code)) allowed.Add(code);
        }

        return string.Join(" or ", allowed);
    }
}
