using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Judges what a function receives as an answer.</summary>
internal static class ResponseJudge
{
    /// <summary>A guest's answer was passed on.</summary>
    public static After Passed(
        PlatformState state, PasidOperation.Respond respond, WaitingGroup group,
        PasidObservation.Responded responded, ref Verdicts verdicts)
    {
        var code = responded.Received.Code;
        verdicts.Met(respond.Code == PageResponseCode.Failure ? PasidRequirements.Pri02 : PasidRequirements.Pri20);
        var wanted = respond.Code == PageResponseCode.Failure ? PageResponseCode.Invalid : respond.Code;
        if (code != wanted)
        {
            return PageJudge.Lose(
                code == PageResponseCode.Failure ? PasidRequirements.Pri02 : PasidRequirements.Pri20, "code",
                Deviation.WrongValue, $"{wanted}", $"{code}", ref verdicts);
        }

        verdicts.Met(PasidRequirements.Pri08);
        var encoding = PageGate.Encoding(state.Configuration.Unit, code);
        if (responded.Encoding.Value != encoding)
        {
            return PageJudge.Lose(
                PasidRequirements.Pri08, "encoding", Deviation.WrongValue, $"0x{encoding:x}",
                $"{responded.Encoding}", ref verdicts);
        }

        return Received(state, group, responded.Received, ref verdicts) ? After.Consistent : After.Lost;
    }

    /// <summary>What the function receives is of its group, and has the PASID that it needs.</summary>
    public static bool Received(
        PlatformState state, WaitingGroup group, PageResponse answer, ref Verdicts verdicts)
    {
        if (answer.Function != group.Function || answer.Group != group.Group)
        {
            verdicts.Violate(
                PasidRequirements.Pri09, "response", Deviation.Foreign,
                $"for group {group.Group} of function {group.Function}", answer.ToString());
            return false;
        }

        // What VT-d and AMD add to a failure of their own is not known here.
        var unit = state.Configuration.Unit;
        var isFailure = answer.Code == PageResponseCode.Failure;
        if (group.Pasid is null || (isFailure && unit is (PasidUnit.Vtd or PasidUnit.Amdvi))) return true;
        verdicts.Met(PasidRequirements.Pri07);
        var needed = isFailure ? unit == PasidUnit.Riscv : state.Interface.ResponseNeedsPasid;
        var wanted = needed ? group.Pasid : null;
        if (answer.Pasid == wanted) return true;
        verdicts.Violate(
            PasidRequirements.Pri07, "pasid", Deviation.WrongValue, wanted?.ToString() ?? "none",
            answer.Pasid?.ToString() ?? "none");
        return false;
    }
}
