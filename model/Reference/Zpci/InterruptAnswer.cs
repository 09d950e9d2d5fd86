using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>What messages of a function come to.</summary>
/// <remarks>Source: QEMU hw/s390x/s390-pci-bus.c, s390_msi_ctrl_write.</remarks>
internal static class InterruptAnswer
{
    public static ZpciObservation.Signalled To(ZpciState state, ZpciRules rules, ZpciOperation.Signal signal)
    {
        if (rules.Target(state.Interrupts, state.FormerInterrupts) is not { } place)
            return new ZpciObservation.Signalled([], [], Class: null);

        // 1. The bit of the vector.
        var vector = rules.VectorBit(place, signal.Vector);
        ValueList<int> vectors = state.Bits.HasVector(vector) ? [] : [vector];

        // 2. The summary bit; 3. the interruption, unless one is due already.
        var summary = rules.SummaryBit(place, signal.Vector);
        return state.Bits.HasSummary(summary)
            ? new ZpciObservation.Signalled(vectors, [], Class: null)
            : new ZpciObservation.Signalled(vectors, [summary], rules.Class(place));
    }

    public static ZpciObservation.Taken Taken(ZpciState state, ZpciRules rules) =>
        new([.. rules.Found(state.Bits.Vectors)], state.Bits.Summaries);
}
