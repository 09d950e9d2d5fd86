using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Areas.Walk.Smmuv3;

/// <summary>Units that differ in what they can do; faults always abort and never stall.</summary>
internal static class SmmuUnits
{
    // TTF 64-bit, ASID16, VMID16, little byte order, STALL_MODEL 1, TERM_MODEL 1.
    private static readonly Word Common = default(Word)
        .With(3, 2, 2).With(12, 12, 1).With(18, 18, 1).With(22, 21, 2).With(25, 24, 1).With(26, 26, 1);

    public static Gen<WalkUnit> All =>
        from stages in Gen.Elements(0b11ul, 0b11ul, 0b11ul, 0b10ul, 0b01ul)
        from levels in Gen.Elements(0ul, 1ul)
        from marks in Gen.Elements(0ul, 0ul, 1ul, 2ul)
        from substreams in Gen.Elements(0ul, 8ul, 20ul)
        from output in Gen.Elements(1ul, 2ul, 4ul, 5ul)
        from granules in Gen.Elements(0b001ul, 0b111ul, 0b111ul, 0b101ul)
        from ranges in Gen.Elements(0ul, 1ul)
        from rights in Gen.Elements(0ul, 1ul)
        from revision in Gen.Elements(0ul, 1ul, 2ul)
        select (WalkUnit)new WalkUnit.Smmuv3(
            Common.With(1, 0, stages).With(7, 6, marks).With(19, 19, levels).With(28, 27, levels),
            new Word(16).With(10, 6, substreams).With(26, 26, rights),
            default(Word).With(2, 2, rights).With(4, 4, rights).With(10, 10, ranges).With(13, 13, rights),
            new Word(output).With(6, 4, granules),
            new Word(revision));
}
