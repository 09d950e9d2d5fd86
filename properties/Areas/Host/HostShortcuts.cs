using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;
using IoSpec.Reference.Host;

namespace IoSpec.Areas.Host;

/// <summary>Shorter ways to the same in a host.</summary>
internal static class HostShortcuts
{
    /// <summary>The ways.</summary>
    public static IEnumerable<Shortcut> Of(HostConfiguration configuration, IReadOnlyList<Operation> operations)
    {
        foreach (var way in IdleShortcuts.Of(configuration, operations)) yield return way;
        foreach (var way in OwnedShortcuts.Of(configuration, operations)) yield return way;
        for (var i = 0; i < operations.Count; i++)
        {
            var ways = operations[i] switch
            {
                HostOperation.Layer { Does: DmaOperation.Map map } layer =>
                    WithoutLayer(configuration, operations, i, layer.Guest, map),
                HostOperation.Map map => Untranslated(configuration, operations, i, map),
                HostOperation.Configure { Does: PasidOperation.Dma dma } =>
                    WithoutParent(configuration, operations, i, dma),
                HostOperation.Advance advance => Finished(configuration, operations, i, advance),
                _ => [],
            };
            foreach (var way in ways) yield return way;
        }
    }

    // What goes through a layer without it, by the guest's own addresses.
    private static IEnumerable<Shortcut> WithoutLayer(
        HostConfiguration configuration, IReadOnlyList<Operation> operations, int at, GuestId guest,
        DmaOperation.Map map)
    {
        Operation Direct(Operation operation) =>
            operation is HostOperation.Use use && use.Mapped.Step == at
                ? new HostOperation.Dma(
                    use.Device, use.Kind, new Iova(map.Segments[0].Frame.Value + use.Offset.Value), use.Length)
                : operation;

        yield return new Shortcut(WithoutIommu(configuration, guest), [.. operations.Select(Direct)], at);
    }

    // What an IOMMU translates to, without it.
    private static IEnumerable<Shortcut> Untranslated(
        HostConfiguration configuration, IReadOnlyList<Operation> operations, int at, HostOperation.Map map)
    {
        Operation Direct(Operation operation) =>
            operation is HostOperation.Dma dma && dma.At.Value - map.At.Value < map.Pages.Value << Page.Shift
                ? dma with { At = new Iova(map.To.Value + (dma.At.Value - map.At.Value)) }
                : operation;

        yield return new Shortcut(WithoutIommu(configuration, map.Guest), [.. operations.Select(Direct)], at);
    }

    // An access that needs no PASID, and no parent whose functions have some.
    private static IEnumerable<Shortcut> WithoutParent(
        HostConfiguration configuration, IReadOnlyList<Operation> operations, int at, PasidOperation.Dma dma)
    {
        var device = Enumerable.Range(0, configuration.Devices.Count).Select(index => new DeviceId((uint)index))
            .Where(id => HostPart.FunctionOf(configuration, id) == dma.Function).ToList();
        if (device.Count == 0) yield break;
        int[] gone = [.. Enumerable.Range(0, operations.Count)
            .Where(i => i != at && operations[i] is HostOperation.Configure)];
        if (gone.Length == 0) yield break;
        var plain = new HostOperation.Dma(
            device[0], dma.Kind, new Iova(HostLayout.Memory.Value), new ByteCount(1));
        yield return new Shortcut(
            configuration with { Parent = null }, Shortcut.Replace(operations, at, plain), gone);
    }

    // A guest is brought to the other host by one step.
    private static IEnumerable<Shortcut> Finished(
        HostConfiguration configuration, IReadOnlyList<Operation> operations, int at, HostOperation.Advance advance)
    {
        var end = Shortcut.Next(operations, at, new HostOperation.StartMigration(advance.Guest).Equals);
        int[] gone = [.. Enumerable.Range(0, operations.Count)
            .Where(i => i > at && (end < 0 || i < end) && operations[i].Equals(advance))];
        if (gone.Length == 0) yield break;
        yield return new Shortcut(
            configuration, Shortcut.Replace(operations, at, new HostOperation.Finish(advance.Guest)), gone);
    }

    private static HostConfiguration WithoutIommu(HostConfiguration configuration, GuestId guest) => configuration with
    {
        Guests = [.. configuration.Guests.Select((shape, index) => index == (int)guest.Value
            ? shape with { Iommu = GuestIommu.None, Nested = false, Layer = null }
            : shape)],
    };
}
