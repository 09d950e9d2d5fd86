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

    public Gpa Take(ref Choices choices) => Take(1, ref choices);

    /// <summary>Pages side by side, aligned to their number, which is a power of two.</summary>
    public Gpa Take(int count, ref Choices choices)
    {
        if (!choices.OneIn(32))
        {
            for (var page = from + _taken; page + count <= Pages; page++)
            {
                if (page % count != 0 || !AreUntouched(page, count)) continue;
                _taken = page - from + count;
                return FrameDraw.PageAt(plan, page);
            }
        }

        var any = from + choices.Below(Pages - from);
        return FrameDraw.PageAt(plan, any - (any % count));
    }

    private bool AreUntouched(int page, int count)
    {
        for (var i = page; i < page + count; i++)
        {
            if (!plan.Memory.IsUntouched(i)) return false;
        }

        return true;
    }
}
