using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Engine;

namespace IoSpec.Areas.Dirty;

/// <summary>Shorter ways to the same with a tracker of dirty pages.</summary>
internal static class DirtyShortcuts
{
    /// <summary>The ways.</summary>
    public static IEnumerable<Shortcut> Of(DirtyConfiguration configuration, IReadOnlyList<Operation> operations)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            var ways = operations[i] switch
            {
                DirtyOperation.BeginReport report => Whole(
                    configuration, operations, i, new DirtyOperation.Report(report.At, report.Pages, 0, true)),
                DirtyOperation.BeginWrite write => Whole(
                    configuration, operations, i, new DirtyOperation.Write(write.Writer, write.At, write.Length)),
                DirtyOperation.Map map => OneMapping(configuration, operations, i, map),
                _ => [],
            };
            foreach (var way in ways) yield return way;
        }
    }

    // What is begun and ended, at once: where it ends, or where it begins.
    private static IEnumerable<Shortcut> Whole(
        DirtyConfiguration configuration, IReadOnlyList<Operation> operations, int at, DirtyOperation whole)
    {
        var end = Shortcut.Next(operations, at, operation => operation switch
        {
            DirtyOperation.EndReport report => report.Begun.Step == at,
            DirtyOperation.EndWrite write => write.Begun.Step == at,
            _ => false,
        });
        if (end < 0) yield break;
        yield return new Shortcut(configuration, Shortcut.Replace(operations, end, whole), at);
        yield return new Shortcut(configuration, Shortcut.Replace(operations, at, whole), end);
    }

    // Two mappings side by side as one.
    private static IEnumerable<Shortcut> OneMapping(
        DirtyConfiguration configuration, IReadOnlyList<Operation> operations, int at, DirtyOperation.Map map)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            if (operations[i] is not DirtyOperation.Map next) continue;
            if (next.At.Value != map.At.Value + (map.Pages.Value << Page.Shift)) continue;
            var both = map with { Pages = new PageCount(map.Pages.Value + next.Pages.Value) };
            yield return new Shortcut(configuration, Shortcut.Replace(operations, at, both), i);
        }
    }
}
