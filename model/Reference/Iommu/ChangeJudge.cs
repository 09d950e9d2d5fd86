using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>Judges operations that change the IOMMU: done or refused, and rightly so.</summary>
internal static class ChangeJudge
{
    /// <summary>The operation was done.</summary>
    public static After Done(IommuState state, IommuOperation operation, ref Verdicts verdicts)
    {
        var admission = IommuAdmission.Of(state, IommuRules.Standard, operation);
        if (admission.Duty == Duty.Refuse)
        {
            verdicts.Violate(
                admission.Broken!, "answer", Deviation.Extra, $"refused: {admission.AnyReason()}", "done");
            if (!admission.HasReason(Refusal.Overlap) || admission.HasReason(Refusal.BadRange)) return After.Lost;
            IommuSteps.Do(state, IommuRules.Standard, operation);
            return After.Resynchronised;
        }

        // It did what it says it cannot do: nothing is demanded, and nothing is known any more.
        if (admission.Duty == Duty.Undeclared) return After.Lost;
        if (admission.Duty == Duty.Do) verdicts.Met(admission.Broken!);
        ChangeCover.Note(state, operation, ref verdicts);
        IommuSteps.Do(state, IommuRules.Standard, operation);
        return After.Consistent;
    }

    /// <summary>The operation was refused.</summary>
    public static After Refused(
        IommuState state, IommuOperation operation, IommuObservation.Refused refused, ref Verdicts verdicts)
    {
        var admission = IommuAdmission.Of(state, IommuRules.Standard, operation);
        Remember(state, operation);
        if (admission.Duty == Duty.Undeclared) return After.Consistent;
        if (admission.Duty == Duty.Do)
        {
            verdicts.Violate(
                admission.Broken!, "answer", Deviation.Missing, "done", $"refused: {refused.Reason}");
            return After.Resynchronised;
        }

        if (admission.Duty == Duty.Refuse) verdicts.Met(admission.Broken!);
        verdicts.Met(IommuRequirements.Ref01);
        if (admission.HasReason(refused.Reason)) return After.Consistent;
        verdicts.Violate(
            IommuRequirements.Ref01, "reason", Deviation.WrongValue, admission.AnyReason().ToString(),
            refused.Reason.ToString());
        return After.Consistent;
    }

    private static void Remember(IommuState state, IommuOperation operation)
    {
        if (operation is not IommuOperation.Map map || state.Domain(map.Domain) is not { } domain) return;
        if (!IovaRange.TryFrom(map.At.PageStart(), map.Pages, out var range)) return;
        if (!state.Configuration.Holds(map.To.PageStart(), map.Pages)) return;
        if (domain.Refused.Count == IommuBounds.Refused) domain.Refused.RemoveAt(0);
        domain.Refused.Add(new Extent(range, map.To, map.Allowed, true, false));
    }
}
