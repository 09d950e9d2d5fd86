using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Areas.Walk.Vtd;

/// <summary>Remapping units that differ in what they can do.</summary>
internal static class VtdUnits
{
    private const ulong QueuedInvalidation = 1 << 1;
    private const ulong Remapping = 1 << 3;
    private const ulong Extended = 1 << 4;
    private const ulong PassThrough = 1 << 6;
    private const ulong SnoopControl = 1 << 7;
    private const ulong Nested = 1ul << 26;
    private const ulong Execute = 1ul << 30;
    private const ulong Supervisor = 1ul << 31;
    private const ulong Pasid = (1ul << 40) | (19ul << 35);
    private const ulong ScalableMode = 1ul << 43;
    private const ulong SecondMarks = 1ul << 45;
    private const ulong SecondStage = 1ul << 46;
    private const ulong FirstStage = 1ul << 47;

    public static Gen<WalkUnit> All =>
        from guest in Gen.Elements((0b00010ul, 39), (0b00110ul, 48), (0b00100ul, 48), (0b01110ul, 57))
        from host in Gen.Elements(39, 46, 52)
        from leaves in Gen.Elements(0b11ul, 0b01ul, 0b00ul)
        from caching in Gen.Elements(false, false, false, false, true)
        from snoop in Gen.Elements(0ul, SnoopControl)
        from pass in Gen.Elements(PassThrough, PassThrough, 0ul)
        from scalable in Gen.Elements(false, true)
        from marks in Gen.Elements(0ul, SecondMarks)
        from remaps in Gen.Elements(Remapping, Remapping | Extended, 0ul)
        select (WalkUnit)new WalkUnit.Vtd(
            Capability(guest.Item1, guest.Item2, leaves, caching),
            new Word(QueuedInvalidation | snoop | pass | remaps | (scalable ? Scalable | marks : 0)),
            host);

    private static ulong Scalable => Nested | Execute | Supervisor | Pasid | ScalableMode | SecondStage | FirstStage;

    // ND 8 bits, MGAW, SAGAW, SLLPS, PSI, MAMV 2^9 pages, FL1GP.
    private static Word Capability(ulong widths, int bits, ulong leaves, bool caching) => new Word(2)
        .With(7, 7, caching ? 1ul : 0)
        .With(12, 8, widths)
        .With(21, 16, (ulong)bits - 1)
        .With(37, 34, leaves)
        .With(39, 39, 1)
        .With(53, 48, 9)
        .With(56, 56, 1);
}
