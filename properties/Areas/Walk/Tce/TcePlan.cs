using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Tce;

/// <summary>The windows of a case.</summary>
internal static class TcePlan
{
    public static WalkUnit.Tce UnitOf(WalkState plan) => (WalkUnit.Tce)plan.Configuration.Unit;

    /// <summary>The windows of the bridge that has the first one: another need not have any.</summary>
    public static IReadOnlyList<TceWindow> OfOneBridge(WalkState plan)
    {
        var windows = UnitOf(plan).Windows;
        return [.. windows.Where(window => window.Requester == windows[0].Requester)];
    }

    /// <summary>The window of an address; null if it is in none, or where a harness has entries of its own.</summary>
    public static TceWindow? Find(WalkState plan, RequesterId requester, Iova at)
    {
        foreach (var window in UnitOf(plan).Windows.AsSpan())
        {
            if (window.Requester == requester && window.IsOpen(at)) return window;
        }

        return null;
    }

    /// <summary>The page of a window in which an address is.</summary>
    public static Iova PageOf(TceWindow window, Iova at) => new(at.Value & ~((1ul << window.PageShift) - 1));
}
