using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Areas.Walk.Tce;

/// <summary>Host bridges with one window or two, whose pages differ in size.</summary>
internal static class TceUnits
{
    private const uint FirstNumber = 0x8000_0000;
    private const ulong Second = 1ul << 59;
    private static readonly uint[] Bridges = [0, 0x100, 0x200];

    /// <summary>The memory that tables need at most.</summary>
    public static PageCount Tables => new(480);

    public static Gen<WalkUnit> All =>
        from size in Gen.Elements(28, 26)
        from shift in Gen.Elements(0, Page.Shift, 16, 16)
        select (WalkUnit)new WalkUnit.Tce([.. Windows(size, shift)]);

    private static IEnumerable<TceWindow> Windows(int size, int shift)
    {
        var table = WalkConfigurations.Tables;
        foreach (var bridge in Bridges)
        {
            var requester = new RequesterId(FirstNumber | bridge);
            var first = new TceWindow(
                requester, requester, new Iova(0), Page.Shift, new ByteCount(1ul << size), default, table);
            table = table.Plus(first.PagesOfTable().Value << Page.Shift);
            yield return first;
            if (shift == 0) continue;
            var second = new TceWindow(
                requester, new RequesterId(requester.Value | 1), new Iova(Second), shift, new ByteCount(1ul << 26),
                default, table);
            table = table.Plus(second.PagesOfTable().Value << Page.Shift);
            yield return second;
        }
    }
}
