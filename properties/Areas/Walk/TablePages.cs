using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>Pages for tables, for one operation: mostly such that were never written, none twice.</summary>
/// <param name="plan">The state.</param>
/// <param name="from">The number of the first page that may be taken; those below have their use.</param>
internal sealed class TablePages(WalkState plan, int from)
{
    private int _taken;

    private int Pages => (int)plan.Configuration.Tables.Pages.Value;

    public Gpa Take(ref Choices choices)
    {
        if (!choices.OneIn(32))
        {
            for (var page = from + _taken; page < Pages; page++)
            {
                if (!plan.Memory.IsUntouched(page)) continue;
                _taken = page - from + 1;
                return FrameDraw.PageAt(plan, page);
            }
        }

        return FrameDraw.PageAt(plan, from + choices.Below(Pages - from));
    }
}
