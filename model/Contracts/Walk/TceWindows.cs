namespace IoSpec.Contracts.Walk;

/// <summary>What the windows of a unit may not be.</summary>
internal static class TceWindows
{
    private const int MostPages = 1 << 20;
    private const int LargestPage = 34;

    /// <summary>What makes the windows of a configuration impossible.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="configuration">Its configuration.</param>
    /// <returns>The problem in one line, or null.</returns>
    public static string? ProblemOf(WalkUnit.Tce unit, WalkConfiguration configuration)
    {
        if (unit.Windows.Count == 0) return "there are no windows";
        for (var i = 0; i < unit.Windows.Count; i++)
        {
            if (ProblemOf(unit.Windows[i], configuration) is { } problem) return problem;
            for (var other = 0; other < i; other++)
            {
                if (ProblemOf(unit.Windows[other], unit.Windows[i]) is { } together) return together;
            }
        }

        return null;
    }

    private static string? ProblemOf(TceWindow window, WalkConfiguration configuration)
    {
        if (configuration.Device(window.Requester) is null) return $"no device has the window {window.Number}";
        if (window.PageShift is < Page.Shift or > LargestPage)
            return "the pages of a window are not from 4 KiB to 16 GiB";
        if (window.Size.Value >> window.PageShift is 0 or > MostPages || window.Kept.Value > window.Size.Value)
            return "a window does not have from 1 to 1048576 pages";
        var inPage = (1ul << window.PageShift) - 1;
        if (((window.Start.Value | window.Size.Value | window.Kept.Value) & inPage) != 0)
            return $"the window {window.Number} does not consist of whole pages";
        if (window.Start.Plus(window.Size.Value - 1).Value < window.Start.Value)
            return $"the window {window.Number} goes beyond the last address";
        if ((window.Table.Value & (Page.Bytes - 1)) != 0
            || !configuration.Tables.Holds(window.Table, window.PagesOfTable()))
        {
            return $"the table of the window {window.Number} is not in the memory for tables";
        }

        return null;
    }

    private static string? ProblemOf(TceWindow one, TceWindow other)
    {
        if (one.Number == other.Number) return $"there are two windows {one.Number}";
        if (one.Requester == other.Requester && (one.Holds(other.Start) || other.Holds(one.Start)))
            return $"the windows {one.Number} and {other.Number} have addresses in common";
        return TableOf(one).Holds(other.Table, new PageCount(1)) || TableOf(other).Holds(one.Table, new PageCount(1))
            ? $"the windows {one.Number} and {other.Number} have a table in common"
            : null;
    }

    private static FrameRegion TableOf(TceWindow window) => new(window.Table, window.PagesOfTable());
}
