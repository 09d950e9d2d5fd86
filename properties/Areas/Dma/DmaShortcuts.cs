using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Engine;

namespace IoSpec.Areas.Dma;

/// <summary>Shorter ways to the same with a layer for DMA mappings.</summary>
internal static class DmaShortcuts
{
    /// <summary>The ways.</summary>
    public static IEnumerable<Shortcut> Of(DmaConfiguration configuration, IReadOnlyList<Operation> operations)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            var ways = operations[i] switch
            {
                DmaOperation.Map map =>
                    [.. OneMapping(configuration, operations, i, map), .. Longer(configuration, operations, i, map)],
                DmaOperation.Fail { Call: InnerCall.RefreshFull } => FewSlots(configuration, operations, i),
                _ => [],
            };
            foreach (var way in ways) yield return way;
        }
    }

    // Two mappings as one with the segments of both.
    private static IEnumerable<Shortcut> OneMapping(
        DmaConfiguration configuration, IReadOnlyList<Operation> operations, int at, DmaOperation.Map map)
    {
        var next = Shortcut.Next(operations, at + 1, operation => operation is DmaOperation.Map);
        if (next < 0) yield break;
        var both = map with { Segments = [.. map.Segments, .. ((DmaOperation.Map)operations[next]).Segments] };
        yield return new Shortcut(configuration, Shortcut.Replace(operations, next, both), at);

        // What is done with the second one is done with the first, behind its own pages; there is room for both.
        var own = (int)PagesOf(map);
        var room = configuration with
        {
            Pages = new PageCount(Math.Max(configuration.Pages.Value, 2 * PagesOf(both))),
        };
        Operation OfBoth(Operation operation) => operation switch
        {
            DmaOperation.Access access when access.Mapped.Step == next =>
                access with { Mapped = new Held(at), Place = access.Place + own },
            _ => operation,
        };
        yield return new Shortcut(room, [.. Shortcut.Replace(operations, at, both).Select(OfBoth)], next);
    }

    private static ulong PagesOf(DmaOperation.Map map) =>
        map.Segments.Aggregate(0ul, (pages, segment) => pages + segment.Pages.Value);

    // A longer mapping instead of one that comes after others.
    private static IEnumerable<Shortcut> Longer(
        DmaConfiguration configuration, IReadOnlyList<Operation> operations, int at, DmaOperation.Map map)
    {
        if (at == 0) yield break;
        var longer = map with { Segments = [.. map.Segments, .. map.Segments] };
        yield return new Shortcut(
            configuration, Shortcut.Replace(operations, at, longer), [.. Enumerable.Range(0, at)]);
    }

    // A hypervisor that has one slot is full at the second page.
    private static IEnumerable<Shortcut> FewSlots(
        DmaConfiguration configuration, IReadOnlyList<Operation> operations, int at)
    {
        var few = configuration with
        {
            Hypervisor = configuration.Hypervisor with { Slots = new PageCount(1) },
            Pages = new PageCount(Math.Max(configuration.Pages.Value, 5)),
        };
        for (var i = 0; i < operations.Count; i++)
        {
            if (operations[i] is not DmaOperation.Map map) continue;
            var larger = map with { Segments = [new Segment(map.Segments[0].Frame, new PageCount(2))] };
            yield return new Shortcut(few, Shortcut.Replace(operations, i, larger), at);
        }
    }
}
