using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;

namespace IoSpec.Areas.Virtio;

/// <summary>Shorter ways to the same with a virtio device.</summary>
internal static class VirtioShortcuts
{
    /// <summary>The ways.</summary>
    public static IEnumerable<Shortcut> Of(VirtioConfiguration configuration, IReadOnlyList<Operation> operations)
    {
        foreach (var simpler in Simpler(new Shortcut(configuration, operations))) yield return simpler;
        for (var i = 0; i < operations.Count; i++)
        {
            if (operations[i] is VirtioOperation.Unmap unmap)
                yield return At(configuration, operations, i, unmap.At, shift: 0);
            if (operations[i] is not VirtioOperation.Map map) continue;
            yield return At(configuration, operations, i, map.At, VirtioLayout.Shift);
            yield return At(configuration, operations, i, map.At, shift: 0);
        }
    }

    // The simplest first.
    private static IEnumerable<Shortcut> Simpler(Shortcut way)
    {
        var direct = SimplerDriver.WithoutTables(way);
        foreach (var chains in new[] { direct, way })
        {
            if (chains is null) continue;
            var split = SimplerDriver.WithSplitQueue(chains);
            if (SimplerDriver.WithLegacyInterface(split ?? chains) is { } legacy) yield return legacy;
            if (split is not null) yield return split;
        }

        if (direct is not null) yield return direct;
    }

    // Instead of a page that is unmapped, one that translating tables do not map; instead of one that is mapped
    // elsewhere, one that they do.
    private static Shortcut At(
        VirtioConfiguration configuration, IReadOnlyList<Operation> operations, int gone, Iova page, int shift)
    {
        var translating = configuration with
        {
            Mode = PlatformMode.Translating,
            RingsIdentity = configuration.RingsIdentity || configuration.Mode == PlatformMode.Identity,
        };
        var other = new Iova(VirtioLayout.AddressOf(Buffer + shift));
        return new Shortcut(translating, [.. operations.Select(Moved)], gone);

        Operation Moved(Operation operation) => operation is VirtioOperation.Offer offer
            ? offer with { Chain = InOther(offer.Chain), Table = InOther(offer.Table) }
            : operation;

        ValueList<Descriptor> InOther(ValueList<Descriptor> chain) =>
            [.. chain.Select(d => IsThere(d.At) ? d with { At = other } : d)];

        bool IsThere(Iova at) => at.Value >> Page.Shift == page.Value >> Page.Shift
            || (at.Value >> Page.Shift) + 1 == page.Value >> Page.Shift;
    }

    // The first page of buffers behind rings and tables.
    private const int Buffer = VirtioLayout.TablePage + 1;
}
