using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>Draws memory that devices may reach, and pages for tables.</summary>
internal static class FrameDraw
{
    /// <summary>A frame: one of the first few of a region, so that frames are used again.</summary>
    public static Gpa Next(WalkState plan, ref Choices choices)
    {
        var region = plan.Configuration.Frames[choices.Below(plan.Configuration.Frames.Count)];
        return region.Start.Plus(choices.Below(Math.Min(region.Pages.Value, 8)) << Page.Shift);
    }

    /// <summary>Memory aligned to a large page, if a region has some.</summary>
    public static Gpa? Large(WalkState plan, ulong bytes)
    {
        foreach (var region in plan.Configuration.Frames.AsSpan())
        {
            var start = (region.Start.Value + bytes - 1) & ~(bytes - 1);
            if (region.Holds(new Gpa(start), new PageCount(bytes >> Page.Shift))) return new Gpa(start);
        }

        return null;
    }

    /// <summary>Aligned memory of some size in a region: one of the first few.</summary>
    public static Gpa? Aligned(WalkState plan, ulong bytes, ref Choices choices)
    {
        var regions = plan.Configuration.Frames;
        var region = regions[choices.Below(regions.Count)];
        var start = (region.Start.Value + bytes - 1) & ~(bytes - 1);
        var at = new Gpa(start + (choices.Below(4ul) * bytes));
        var size = new PageCount(bytes >> Page.Shift);
        if (region.Holds(at, size)) return at;
        return region.Holds(new Gpa(start), size) ? new Gpa(start) : Large(plan, bytes);
    }

    /// <summary>A page of the memory for tables.</summary>
    public static Gpa PageAt(WalkState plan, int page) =>
        plan.Configuration.Tables.Start.Plus((ulong)page << Page.Shift);
}
