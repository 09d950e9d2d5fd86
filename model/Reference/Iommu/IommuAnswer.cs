using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Reference.Iommu.NotArchitectural;

namespace IoSpec.Reference.Iommu;

/// <summary>What an implementation that follows the rules answers; changes nothing.</summary>
public static class IommuAnswer
{
    private static readonly IommuObservation.Refused[] Refusals =
        [.. Enum.GetValues<Refusal>().Select(r => new IommuObservation.Refused(r))];

    private static readonly IommuObservation.Faults NoFaults = new([], false);
    private static readonly IommuObservation.Interrupted Delivered = new(true);
    private static readonly IommuObservation.Interrupted NotDelivered = new(false);
    private static readonly Unsupported Undeclared = new("not among the traits");

    /// <summary>Answers an operation.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="rules">The decisions of the specification.</param>
    /// <param name="choice">Which of several versions to use.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The observation.</returns>
    public static Observation To(
        IommuState state, IommuRules rules, VersionChoice choice, IommuOperation operation)
    {
        switch (operation)
        {
            case IommuOperation.Dma dma: return Transfer(state, rules, choice, dma);
            case IommuOperation.Interrupt interrupt: return Interrupt(state, rules, interrupt);
            case IommuOperation.ReadFaults:
                var overflow = state.Faults.Overflow && state.Traits.Faults.ShowsOverflow && rules.SignalsOverflow;
                if (state.Faults.Kept.Count == 0 && !overflow) return NoFaults;
                return new IommuObservation.Faults([.. state.Faults.Kept], overflow);
            default:
                var admission = IommuAdmission.Of(state, rules, operation);
                return admission.Duty switch
                {
                    Duty.Do => IommuObservation.Done.Instance,
                    Duty.Either when rules.Dares(operation, state.Step) => IommuObservation.Done.Instance,
                    Duty.Undeclared => Undeclared,
                    _ => Refusals[(int)admission.AnyReason()],
                };
        }
    }

    private static Observation Interrupt(IommuState state, IommuRules rules, IommuOperation.Interrupt interrupt)
    {
        if ((state.Traits.Features & IommuFeatures.Interrupts) == 0) return Undeclared;
        var place = state.Attachment(rules.Identify(interrupt.Requester), null)?.Now ?? Place.Blocked;
        return place.Kind == PlaceKind.Blocked ? NotDelivered : Delivered;
    }

    private static Observation Transfer(
        IommuState state, IommuRules rules, VersionChoice choice, IommuOperation.Dma dma)
    {
        if (!DmaForm.IsDeclared(state.Traits, dma)) return Undeclared;
        if (state.Configuration.Device(dma.Requester) is not { } device)
            return Refusals[(int)Refusal.NoSuchRequester];
        if (dma.Length.Value == 0) return new IommuObservation.Transferred([]);
        var hidden = !device.ShowsReads && dma.Kind == DmaKind.Read;
        var whole = Pieces.LengthAt(dma.At, dma.Length, default);
        if (whole == dma.Length)
        {
            var only = Piece(state, rules, choice, dma, default, whole, hidden);
            return new IommuObservation.Transferred(ValueList.Of(only));
        }

        var pieces = new List<Piece>();
        var offset = default(ByteCount);
        while (offset.Value < dma.Length.Value)
        {
            var length = Pieces.LengthAt(dma.At, dma.Length, offset);
            pieces.Add(Piece(state, rules, choice, dma, offset, length, hidden));
            offset = new ByteCount(offset.Value + length.Value);
        }

        return new IommuObservation.Transferred([.. pieces]);
    }

    // The finalizer of SplitMix64.
    private static ulong Scattered(ulong value)
    {
        value = unchecked((value + 0x9e37_79b9_7f4a_7c15) * 0xbf58_476d_1ce4_e5b9);
        return unchecked((value ^ (value >> 27)) * 0x94d0_49bb_1331_11eb) >> 31;
    }

    private static Piece Piece(
        IommuState state, IommuRules rules, VersionChoice choice, IommuOperation.Dma dma,
        ByteCount offset, ByteCount length, bool hidden)
    {
        if (hidden) return new Piece(offset, length, PieceOutcome.Unseen, default);
        var at = rules.PieceAddress(dma.At, dma.At.Plus(offset.Value));
        var fresh = FreshResult.Of(state, rules, dma, at);
        var reaches = fresh.Reaches;
        var output = fresh.Output;
        if (choice == VersionChoice.Former)
        {
            IommuWalk.Allowed(state, rules, dma, at, out var allowed);
            if (allowed.Count > 1) output = allowed[allowed.Count - 1];
            else if (allowed.Count == 1 && !fresh.Reaches) output = allowed[0];
            reaches = fresh.Reaches ? allowed.Count > 1 || !allowed.MayFault : allowed.Count > 0;
        }
        else if (choice == VersionChoice.Any)
        {
            IommuWalk.Allowed(state, rules, dma, at, out var allowed);
            var results = allowed.Count + (allowed.MayFault ? 1 : 0);
            if (!allowed.IsAmbiguous && results > 1)
            {
                var pick = (int)(Scattered((ulong)state.Step ^ at.Value) % (uint)results);
                reaches = pick < allowed.Count;
                if (reaches) output = allowed[pick];
            }
        }

        return reaches
            ? new Piece(offset, length, PieceOutcome.Landed, output)
            : new Piece(offset, length, PieceOutcome.Blocked, default);
    }
}
