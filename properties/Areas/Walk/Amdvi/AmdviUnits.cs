using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Areas.Walk.Amdvi;

/// <summary>Units that differ in what they can do.</summary>
internal static class AmdviUnits
{
    // PreFSup, PPRSup, GASup.
    private static readonly Word Common = new(0x83);

    public static Gen<WalkUnit> All =>
        from levels in Gen.Elements(0ul, 1ul, 2ul, 2ul)
        from guest in Gen.Elements(0ul, 1ul, 1ul)
        from guestLevels in Gen.Elements(0ul, 1ul)
        from directories in Gen.Elements(0ul, 1ul, 2ul)
        from pasids in Gen.Elements(8ul, 15ul, 19ul)
        from rights in Gen.Elements(0ul, 1ul)
        from alone in Gen.Elements(0ul, 1ul)
        from marks in Gen.Elements(0ul, 1ul, 3ul, 3ul)
        from everything in Gen.Elements(1ul, 1ul, 1ul, 1ul, 1ul, 1ul, 1ul, 0ul)
        from absence in Gen.Elements(false, false, false, true)
        select (WalkUnit)new WalkUnit.Amdvi(
            Common
                .With(3, 3, rights).With(4, 4, guest).With(6, 6, everything)
                .With(11, 10, levels).With(13, 12, guestLevels).With(15, 14, directories)
                .With(36, 32, pasids).With(37, 37, rights)
                .With(48, 48, guest & alone).With(49, 49, marks & 1).With(52, 52, marks >> 1),
            absence);
}
