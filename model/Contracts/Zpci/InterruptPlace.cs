namespace IoSpec.Contracts.Zpci;

/// <summary>What a block of function information says of interrupts.</summary>
/// <remarks>Source: Linux arch/s390/include/asm/pci_insn.h, zpci_fib_fmt0: isc, noi, aibvo, sum, aisbo.</remarks>
/// <param name="VectorBit">The bit of the first vector among those of the guest, from 0 to 63.</param>
/// <param name="SummaryBit">The summary bit among those of the guest, from 0 to 63.</param>
/// <param name="Class">The class of the interruptions, from 0 to 7.</param>
/// <param name="Vectors">How many vectors are registered, from 1 to those that the function has.</param>
/// <param name="Summary">Whether the summary bit is enabled; otherwise it stands for nothing.</param>
public sealed record InterruptPlace(int VectorBit, int SummaryBit, int Class, int Vectors, bool Summary)
{
    /// <summary>What is registered unless something is said: the first bits, enabled, for one vector.</summary>
    public static InterruptPlace First { get; } = new(0, 0, 2, 1, Summary: true);

    /// <summary>Whether all of it is possible.</summary>
    /// <param name="vectors">How many vectors the function has.</param>
    /// <returns>True if it is.</returns>
    public bool IsPossible(int vectors) => VectorBit is >= 0 and <= 63 && SummaryBit is >= 0 and <= 63
        && Class is >= 0 and <= 7 && Vectors >= 1 && Vectors <= vectors;
}
