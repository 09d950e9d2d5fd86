using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Ioat;

namespace IoSpec.Areas.Walk.Ioat;

/// <summary>Instructions.</summary>
internal static class ZpciCommandDraw
{
    private const int Register = 4;
    private const int Deregister = 5;
    private const int Reregister = 6;

    /// <summary>RPCIT.</summary>
    public static ValueList<Word> Refresh(RequesterId requester, Iova from, ulong length) =>
        [new Word((0xd3ul << 56) | requester.Value), new Word(from.Value), new Word(length)];

    /// <summary>MPCIFC that registers tables, in place of others if there are any.</summary>
    public static ValueList<Word> Give(WalkState plan, RequesterId requester, ref Choices choices)
    {
        var table = ZpciPlan.Table(plan, requester, ref choices);
        var has = ZpciPlan.TablesOf(plan, requester) != default;
        var first = ZpciPlan.UnitOf(plan).First;
        if (choices.OneIn(4)) first = first.Plus(0x20_0000ul << choices.Below(2));
        return Modify(
            has ? Reregister : Register, requester, first,
            ZpciTables.Designate(table, ZpciPlan.Level(plan, ref choices)));
    }

    /// <summary>MPCIFC that registers the tables that a function has.</summary>
    public static ValueList<Word> Again(WalkState plan, RequesterId requester) => Modify(
        Reregister, requester, ZpciPlan.FirstOf(plan, requester), ZpciPlan.TablesOf(plan, requester));

    /// <summary>A refresh that covers an entry, or one beside it.</summary>
    public static ValueList<Word> Covering(in TrailStep step, ref Choices choices)
    {
        var use = step.Use;
        var bits = choices.Below(6) switch
        {
            0 => Page.Shift + 1,
            1 => Page.Shift + choices.Below(6),
            2 when choices.OneIn(3) => 20,
            _ => Page.Shift,
        };
        var at = use.At.Value & ~((1ul << bits) - 1);
        return choices.Below(12) switch
        {
            0 => Refresh(use.Requester, new Iova(at ^ (1ul << bits)), 1ul << bits),
            1 => Refresh(use.Requester, use.At.PageStart(), 1ul << bits),
            3 when use.At.Value >= 1ul << bits => Around(use, bits),
            2 => Refresh(new RequesterId(use.Requester.Value ^ 1), new Iova(at), 1ul << bits),
            _ => Refresh(use.Requester, new Iova(at), 1ul << bits),
        };
    }

    // From before the page on: over the edge of what an entry spans.
    private static ValueList<Word> Around(in EntryUse use, int bits) => Refresh(
        use.Requester, new Iova(use.At.PageStart().Value - (1ul << (bits - 1) & ~(Page.Bytes - 1))), 1ul << bits);

    /// <summary>Any instruction; those that change what is registered only where no other is not yet awaited.</summary>
    public static ValueList<Word> Any(WalkState plan, in TrailStep? step, ref Choices choices)
    {
        var devices = plan.Configuration.Devices;
        var requester = step?.Use.Requester ?? devices[choices.Below(devices.Count)].Requester;
        var unit = ZpciPlan.UnitOf(plan);
        if (plan.Commands.Submitted.Count > 0 || choices.OneIn(3))
        {
            return choices.Below(3) switch
            {
                0 => Refresh(requester, unit.Last.Plus(1), Page.Bytes),
                1 when ZpciPlan.FirstOf(plan, requester) is { Value: >= 2 * Page.Bytes } first =>
                    Refresh(requester, new Iova(first.Value - (2 * Page.Bytes)), Page.Bytes),
                _ => Refresh(requester, (step?.Use.At ?? unit.First).PageStart(), Page.Bytes),
            };
        }

        var table = ZpciPlan.Table(plan, requester, ref choices);
        var has = ZpciPlan.TablesOf(plan, requester) != default;
        return choices.Below(has ? 6 : 8) switch
        {
            0 => Modify(has ? Register : Reregister, requester, unit.First, ZpciTables.Designate(table, 3)),
            1 => Modify(Deregister, requester, default, default),
            < 6 => Give(plan, requester, ref choices),
            6 => Modify(Register, requester, unit.First, new Word(table.Value | 4)),
            _ => Modify(Register, requester, unit.First, ZpciTables.Designate(table, 2 + choices.Below(8))),
        };
    }

    private static ValueList<Word> Modify(int control, RequesterId requester, Iova first, Word designation) =>
    [
        new Word((0xd0ul << 56) | ((ulong)control << 48) | requester.Value), new Word(first.Value), designation,
    ];
}
