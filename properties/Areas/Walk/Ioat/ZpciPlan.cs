using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Ioat;

namespace IoSpec.Areas.Walk.Ioat;

/// <summary>Where the first tables of functions are, and what is registered.</summary>
internal static class ZpciPlan
{
    private const int PagesOfTable = 4;

    public static WalkUnit.Zpci UnitOf(WalkState plan) => (WalkUnit.Zpci)plan.Configuration.Unit;

    /// <summary>What is registered for a function; 0 for nothing.</summary>
    public static Word TablesOf(WalkState plan, RequesterId requester) =>
        plan.Register(UnitRegister.Function, requester).Now;

    /// <summary>The first address that is registered for a function.</summary>
    public static Iova FirstOf(WalkState plan, RequesterId requester) =>
        new(plan.Register(UnitRegister.FirstAddress, requester).Now.Value);

    /// <summary>Pages for new tables: those after the first tables, of which there are two for each function.</summary>
    public static TablePages PagesOf(WalkState plan) => new(plan, 2 * PagesOfTable * plan.Configuration.Devices.Count);

    /// <summary>A first table: mostly the function's own, or its second one, or that of another function.</summary>
    public static Gpa Table(WalkState plan, RequesterId requester, ref Choices choices)
    {
        var index = 0;
        while (plan.Configuration.Devices[index].Requester != requester) index++;
        index *= 2;
        if (choices.OneIn(6)) index++;
        else if (choices.OneIn(8)) index = choices.Below(2 * plan.Configuration.Devices.Count);
        return FrameDraw.PageAt(plan, index * PagesOfTable);
    }

    /// <summary>A level at which the first table can be.</summary>
    public static int Level(WalkState plan, ref Choices choices)
    {
        var unit = new ZpciUnit(UnitOf(plan));
        var from = choices.Below(4);
        for (var i = 0; i < 4; i++)
        {
            if (unit.Has((from + i) % 4)) return 2 + ((from + i) % 4);
        }

        return 3;
    }
}
