using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Tests.Support;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>Changes of two domains at a few places where entries, tables and limits meet.</summary>
/// <param name="random">The source of all choices.</param>
/// <param name="width">The width of an input address.</param>
internal sealed class OperationMix(SmallRandom random, int width)
{
    private const ulong Inside2M = (1 << 21) - 1;
    private const ulong Inside1G = (1 << 30) - 1;
    private static readonly ulong[] Pages = [1, 1, 2, 3, 8, 511, 512, 512, 513, 1024];
    private static readonly ulong[] LargePages = [1 << 18, (1 << 18) + 1, (1 << 18) - 512];
    private static readonly PageSize[] Sizes = [PageSize.Size4K, PageSize.Size2M, PageSize.Size2M, PageSize.Size1G];
    private static readonly PageSize[] Spans = [PageSize.Size2M, PageSize.Size2M, PageSize.Size1G, PageSize.Size512G];
    private static readonly Access[] Rights = [Access.Read, Access.Write, Access.ReadWrite, Access.ReadWrite];

    private readonly ulong[] _places =
    [
        0, 0x1f_e000, 0x20_0000, 0x3fff_f000, 0x4000_0000, 0xfede_0000, 0xff00_0000, 0x1_0000_0000,
        (1ul << width) - 0x20_0000, (1ul << width) - 0x4000_0000,
    ];

    /// <summary>Input addresses worth a look.</summary>
    public IReadOnlyList<ulong> Places => _places;

    /// <summary>The next operation; it may be one that is refused.</summary>
    /// <returns>The operation.</returns>
    public IommuOperation Next()
    {
        var domain = random.Below(8) == 0 ? DriverRig.Red : DriverRig.Blue;
        var isLarge = random.Below(16) == 0;
        var pages = new PageCount(random.Of(isLarge ? LargePages : Pages));
        var at = new Iova(At());
        switch (random.Below(16))
        {
            case < 6: return Map(domain, at, pages, isLarge);
            case < 9: return new IommuOperation.Unmap(domain, at, pages);
            case 9 or 10: return new IommuOperation.Protect(domain, at, pages, random.Of(Rights));
            case 11 or 12: return new IommuOperation.Restrict(domain, at, random.Of(Spans), random.Of(Rights));
            case 13: return new IommuOperation.Invalidate(Scope(domain, at, pages));
            case 14: return new IommuOperation.SubmitInvalidation(Scope(domain, at, pages));
            default: return Other(domain);
        }
    }

    private IommuOperation Other(DomainId domain) => random.Below(4) switch
    {
        0 => new IommuOperation.DestroyDomain(domain),
        1 => new IommuOperation.CreateDomain(domain),
        _ => new IommuOperation.AwaitInvalidations(),
    };

    private InvalidationScope Scope(DomainId domain, Iova at, PageCount pages) => random.Below(6) switch
    {
        0 => new InvalidationScope.Everything(),
        1 => new InvalidationScope.OfDomain(domain),
        2 => new InvalidationScope.OfRequester(DriverRig.Nic),
        _ => new InvalidationScope.OfPages(domain, at, pages, LeafOnly: random.Below(2) == 0),
    };

    private ulong At()
    {
        var at = random.Of(_places);
        return random.Below(4) == 0 ? at + ((ulong)random.Below(600) * Page.Bytes) : at;
    }

    // Large stretches are aligned, so that they take large leaves and little time.
    private IommuOperation.Map Map(DomainId domain, Iova at, PageCount pages, bool isLarge)
    {
        var large = DriverRig.LargeFrames;
        if (isLarge)
        {
            at = new Iova(at.Value & ~Inside2M);
            return new(domain, at, large.Plus(at.Value & Inside1G), pages, random.Of(Rights), PageSize.Size1G);
        }

        var to = random.Below(4) switch
        {
            0 => DriverRig.Frames.Plus((ulong)random.Below(24) * Page.Bytes),
            1 => large.Plus((ulong)random.Below(4096) * Page.Bytes),
            _ => large.Plus(at.Value & Inside1G),
        };
        return new(domain, at, to, pages, random.Of(Rights), random.Of(Sizes));
    }
}
