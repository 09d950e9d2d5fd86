using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>What messages of a function come to.</summary>
/// <remarks>
/// Source: QEMU hw/s390x/s390-pci-bus.c, s390_msi_ctrl_write; Linux arch/s390/include/asm/pci_insn.h,
/// zpci_fib_fmt0: sum.
/// </remarks>
internal static class InterruptAnswer
{
    public static ZpciObservation.Signalled To(ZpciState state, ZpciRules rules, ZpciOperation.Signal signal)
    {
        if (rules.Target(state.Interrupts, state.FormerInterrupts) is not { } place)
            return new ZpciObservation.Signalled([], [], Class: null);

        // 1. The bit of the vector.
        var vector = rules.VectorBit(place, signal.Vector);
        ValueList<int> vectors = state.Bits.HasVector(vector) ? [] : [vector];

        // 2. The summary bit, if it is enabled.
        var summary = rules.SummaryBit(place, signal.Vector);
        if (!place.Summary || state.Bits.HasSummary(summary))
            return new ZpciObservation.Signalled(vectors, [], Class: null);

        // 3. The interruption, unless the byte tells already that one is due, or one came and suppresses others.
        var isDue = !state.Bits.HasSummaryBeside(summary) && !state.Bits.IsInterrupted;
        return new ZpciObservation.Signalled(vectors, [summary], isDue ? rules.Class(place) : null);
    }

    public static ZpciObservation.Taken Taken(ZpciState state) => new(state.Bits.Vectors, state.Bits.Summaries);
}
