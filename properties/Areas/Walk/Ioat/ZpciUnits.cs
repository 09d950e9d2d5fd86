using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Areas.Walk.Ioat;

/// <summary>Units that differ in what they can do.</summary>
internal static class ZpciUnits
{
    public static Gen<WalkUnit> All =>
        from refreshes in Gen.Elements(true, true, false)
        from designations in Gen.Elements(0x40ul, 0x40ul, 0x70ul, 0x30ul, 0xf0ul)
        from first in Gen.Elements(1ul << 32, 0ul, 0x1000_0000ul)
        from bits in Gen.Elements(42, 42, 34)
        select (WalkUnit)new WalkUnit.Zpci(
            refreshes, new Word(designations), new Iova(first), new Iova((1ul << bits) - 1));
}
