using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;

namespace IoSpec.Areas.Iommu;

/// <summary>Shorter ways to the same with an IOMMU.</summary>
internal static class IommuShortcuts
{
    /// <summary>The ways.</summary>
    public static IEnumerable<Shortcut> Of(IommuConfiguration configuration, IReadOnlyList<Operation> operations)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            var ways = operations[i] switch
            {
                IommuOperation.SubmitInvalidation submit => AtOnce(configuration, operations, i, submit.Scope),
                IommuOperation.Invalidate => OfEverything(configuration, operations, i),
                IommuOperation.Attach attach => WithoutDomain(configuration, operations, i, attach),
                IommuOperation.Dma dma => OverTwoPages(configuration, operations, i, dma),
                _ => [],
            };
            foreach (var way in ways) yield return way;
        }
    }

    // An invalidation that is waited for at once.
    private static IEnumerable<Shortcut> AtOnce(
        IommuConfiguration configuration, IReadOnlyList<Operation> operations, int at, InvalidationScope scope)
    {
        var wait = Shortcut.Next(operations, at, operation => operation is IommuOperation.AwaitInvalidations);
        if (wait < 0) yield break;
        var invalidate = new IommuOperation.Invalidate(scope);
        yield return new Shortcut(configuration, Shortcut.Replace(operations, at, invalidate), wait);
        yield return new Shortcut(configuration, Shortcut.Replace(operations, wait, invalidate), at);
    }

    // One invalidation of everything instead of two of something.
    private static IEnumerable<Shortcut> OfEverything(
        IommuConfiguration configuration, IReadOnlyList<Operation> operations, int at)
    {
        var next = Shortcut.Next(operations, at + 1, operation => operation is IommuOperation.Invalidate);
        if (next < 0) yield break;
        var traits = configuration.Traits;
        yield return new Shortcut(
            configuration with { Traits = traits with { Scopes = traits.Scopes | InvalidationScopes.Everything } },
            Shortcut.Replace(operations, next, new IommuOperation.Invalidate(new InvalidationScope.Everything())), at);
    }

    // A device that needs no domain: it is let through, or taken from the one that it is in.
    private static IEnumerable<Shortcut> WithoutDomain(
        IommuConfiguration configuration, IReadOnlyList<Operation> operations, int at, IommuOperation.Attach attach)
    {
        var created = Shortcut.Next(
            operations, 0, operation => operation is IommuOperation.CreateDomain c && c.Domain == attach.Domain);
        if (created < 0 || created > at) yield break;
        var detach = new IommuOperation.Detach(attach.Requester, attach.Pasid);
        yield return new Shortcut(configuration, Shortcut.Replace(operations, at, detach), created);
        if (attach.Pasid is not null) yield break;
        var traits = configuration.Traits;
        yield return new Shortcut(
            configuration with { Traits = traits with { Features = traits.Features | IommuFeatures.Bypass } },
            Shortcut.Replace(operations, at, new IommuOperation.Bypass(attach.Requester)), created);
    }

    // One access over two pages instead of one to each.
    private static IEnumerable<Shortcut> OverTwoPages(
        IommuConfiguration configuration, IReadOnlyList<Operation> operations, int at, IommuOperation.Dma dma)
    {
        var next = Shortcut.Next(operations, at + 1, operation => operation is IommuOperation.Dma);
        if (next < 0) yield break;
        var end = (dma.At.Value & ~(Page.Bytes - 1)) is var page && page > 0 ? page : Page.Bytes;
        var over = dma with { At = new Iova(end - 2), Length = new ByteCount(4) };
        yield return new Shortcut(configuration, Shortcut.Replace(operations, next, over), at);
    }
}
