using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Areas.Walk.Riscv;

/// <summary>Units that differ in what they can do.</summary>
internal static class RiscvUnits
{
    private const ulong Version = 0x10;
    private const int MemoryWidth = 32;

    public static Gen<WalkUnit> All =>
        from first in Gen.Elements(0b0010ul, 0b0110ul, 0b1110ul, 0b1110ul)
        from second in Gen.Elements(0b0010ul, 0b0110ul, 0b1110ul, 0ul)
        from extended in Gen.Elements(0ul, 1ul)
        from marks in Gen.Elements(0ul, 1ul)
        from ats in Gen.Elements(0ul, 1ul)
        from width in Gen.Elements(40ul, 46ul, 56ul)
        from processes in Gen.Elements(0b001ul, 0b111ul, 0b111ul)
        from extras in Gen.Elements(0ul, 1ul)
        from types in Gen.Elements(0ul, 1ul)
        select (WalkUnit)new WalkUnit.Riscv(
            new Word(Version)
                .With(11, 8, first)
                .With(14, 14, extras)
                .With(15, 15, types)
                .With(19, 16, second)
                .With(22, 22, extended)
                .With(24, 24, marks)
                .With(25, 25, ats)
                .With(26, 26, ats & extras)
                .With(MemoryWidth + 5, MemoryWidth, width)
                .With(40, 38, processes)
                .With(42, 42, extras)
                .With(43, 43, types),
            default);
}
