using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>
/// The one judge of the area <c>iommu</c>: compares what was seen with what is allowed, and steps the state.
/// </summary>
public static class IommuJudge
{
    /// <summary>Judges one step.</summary>
    /// <param name="state">The state, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen; never <see cref="Lost"/>.</param>
    /// <param name="verdicts">Takes evidence, coverage and violations.</param>
    /// <returns>How judging goes on.</returns>
    public static After Judge(
        IommuState state, IommuOperation operation, Observation seen, ref Verdicts verdicts)
    {
        if (seen is Unsupported unsupported) return NotSupported(state, operation, unsupported, ref verdicts);
        return (operation, seen) switch
        {
            (IommuOperation.Dma dma, IommuObservation.Transferred transferred) =>
                DmaJudge.Judge(state, dma, transferred, ref verdicts),
            (IommuOperation.Dma dma, IommuObservation.Refused) when state.Configuration.Device(dma.Requester) is null =>
                After.Consistent,
            (IommuOperation.ReadFaults, IommuObservation.Faults faults) =>
                FaultJudge.Judge(state, faults, ref verdicts),
            (IommuOperation.Interrupt interrupt, IommuObservation.Interrupted interrupted) =>
                Interrupt(state, interrupt, interrupted, ref verdicts),
            (IommuOperation.Dma or IommuOperation.ReadFaults or IommuOperation.Interrupt, _) =>
                Garbage(seen, ref verdicts),
            (_, IommuObservation.Done) => ChangeJudge.Done(state, operation, ref verdicts),
            (_, IommuObservation.Refused refused) => ChangeJudge.Refused(state, operation, refused, ref verdicts),
            _ => Garbage(seen, ref verdicts),
        };
    }

    /// <summary>The observation is no answer to the operation.</summary>
    /// <param name="seen">The observation.</param>
    /// <param name="verdicts">Takes the violation.</param>
    /// <returns>The case ends.</returns>
    internal static After Garbage(Observation seen, ref Verdicts verdicts)
    {
        verdicts.Violate(
            IommuRequirements.Live01, "observation", Deviation.WrongValue, "an answer to the operation",
            seen.ToString());
        return After.Lost;
    }

    private static After NotSupported(
        IommuState state, IommuOperation operation, Unsupported unsupported, ref Verdicts verdicts)
    {
        var declared = operation switch
        {
            IommuOperation.Dma dma => DmaForm.IsDeclared(state.Traits, dma),
            IommuOperation.Interrupt => (state.Traits.Features & IommuFeatures.Interrupts) != 0,
            _ => IommuAdmission.Of(state, IommuRules.Standard, operation).Duty != Duty.Undeclared,
        };
        if (!declared) return After.Consistent;
        verdicts.Violate(
            IommuRequirements.Cap01, "support", Deviation.Missing, "what is declared is done", unsupported.Reason);
        return After.Resynchronised;
    }

    private static After Interrupt(
        IommuState state, IommuOperation.Interrupt interrupt, IommuObservation.Interrupted seen, ref Verdicts verdicts)
    {
        var attachment = state.Attachment(interrupt.Requester, null);
        if (attachment is null || attachment.Now.Kind == PlaceKind.Blocked) return After.Consistent;
        foreach (var former in attachment.Former)
        {
            if (former.Phase != LeavingPhase.Gone && former.Place.Kind == PlaceKind.Blocked) return After.Consistent;
        }

        verdicts.Met(IommuRequirements.Irq01);
        if (seen.Delivered) return After.Consistent;
        verdicts.Violate(IommuRequirements.Irq01, "delivered", Deviation.Missing, "it arrives", "it does not");
        return After.Resynchronised;
    }
}
