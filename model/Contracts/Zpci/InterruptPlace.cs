namespace IoSpec.Contracts.Zpci;

/// <summary>What a block of function information says of interrupts.</summary>
/// <remarks>Source: Linux arch/s390/include/asm/pci_insn.h, zpci_fib_fmt0: isc, noi, aibvo, aisbo.</remarks>
/// <param name="VectorBit">The bit of the first vector among those of the guest, from 0 to 63.</param>
/// <param name="SummaryBit">The summary bit among those of the guest, from 0 to 63.</param>
/// <param name="Class">The class of the interruptions, from 0 to 7.</param>
/// <param name="Vectors">How many vectors there are, from 1 to 64.</param>
public sealed record InterruptPlace(int VectorBit, int SummaryBit, int Class, int Vectors)
{
    /// <summary>What is registered unless something is said: the first bits, for one vector.</summary>
    public static InterruptPlace First { get; } = new(0, 0, 2, 1);

    /// <summary>Whether all of it is possible.</summary>
    public bool IsPossible => VectorBit is >= 0 and <= 63 && SummaryBit is >= 0 and <= 63 && Class is >= 0 and <= 7
        && Vectors is >= 1 and <= 64;
}
