using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Core.Iommu;
using IoSpec.Tests.Support;
using Xunit;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Iommu;

public sealed class OptimizedIommuTests
{
    private const ulong Frames = 0x80000000;
    private const ulong Base = 0x100000;
    private const int Pages = 256;
    private const uint Requester = 0x00010203;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Translating_allocates_nothing_whether_it_hits_or_misses(bool isShared)
    {
        var core = Mapped(isShared);
        var (iovas, outputs) = (Addresses(), new ulong[Pages]);
        TranslateEach(core, iovas);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sum = TranslateEach(core, iovas);
        var count = core.TranslateAll(Requester, iovas, (uint)Access.Read, outputs);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal((sum, Pages), (outputs.Aggregate(0ul, (all, output) => all + output), count));
    }

    [Fact]
    public void Many_addresses_are_translated_up_to_the_first_that_is_blocked()
    {
        var core = Mapped(isShared: false);
        ulong[] iovas = [Base + 0x123, Base + 0x1456, Base - 1, Base];
        var outputs = new ulong[4];
        Assert.Equal(2, core.TranslateAll(Requester, iovas, (uint)Access.Read, outputs));
        Assert.Equal([Frames + 0x123, Frames + 0x1456], outputs[..2]);
        Assert.Equal(0, core.TranslateAll(Requester, iovas, (uint)Access.Execute, outputs));
        Assert.Equal(0, core.TranslateAll(0x18, iovas, (uint)Access.Read, outputs));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void However_often_a_domain_is_invalidated_nothing_of_it_comes_back(bool everything)
    {
        var core = Mapped(isShared: false);
        InvalidationScope scope = everything
            ? new InvalidationScope.Everything()
            : new InvalidationScope.OfDomain(new DomainId(1));
        for (var i = 0ul; i < 3000; i++)
        {
            var at = new Iova(Base + (i % Pages << Page.Shift));
            Assert.True(core.TryTranslate(Requester, at.Value, (uint)Access.Read, out _));
            Do(core, new Unmap(new DomainId(1), at, new PageCount(1)));
            Assert.True(core.TryTranslate(Requester, at.Value, (uint)Access.Read, out _));
            Do(core, new Invalidate(scope));
            Assert.False(core.TryTranslate(Requester, at.Value, (uint)Access.Read, out _));
            Do(core, new Map(
                new DomainId(1), at, new Gpa(Frames), new PageCount(1), Access.ReadWrite, PageSize.Size4K));
        }
    }

    [Fact]
    public void An_invalidated_domain_leaves_what_is_cached_of_others()
    {
        var core = Mapped(isShared: false);
        Do(core, new CreateDomain(new DomainId(0xffff)));
        Assert.True(core.TryTranslate(Requester, Base, (uint)Access.Read, out _));
        Do(core, new Unmap(new DomainId(1), new Iova(Base), new PageCount(1)));
        Do(core, new Invalidate(new InvalidationScope.OfDomain(new DomainId(0xffff))));
        Assert.True(core.TryTranslate(Requester, Base, (uint)Access.Read, out _));
    }

    [Fact]
    public void A_requester_that_is_known_to_be_detached_reaches_nothing_that_was_cached_before()
    {
        var core = new OptimizedIommu();
        var own = IommuSamples.Configuration;
        var traits = own.Traits with { NegativeCaching = true, MapSync = SyncRule.Required };
        core.Reset(own with { Traits = traits, Cache = new IommuCache(1, 4) });
        Do(core, new CreateDomain(new DomainId(1)));
        Do(core, new Attach(new RequesterId(Requester), null, new DomainId(1)));
        Do(core, new Map(
            new DomainId(1), new Iova(0), new Gpa(Frames), new PageCount(1), Access.ReadWrite, PageSize.Size4K));
        Assert.True(core.TryTranslate(Requester, 0, (uint)Access.Read, out _));
        Do(core, new Invalidate(new InvalidationScope.OfPages(
            new DomainId(1), new Iova(0), new PageCount(1), LeafOnly: false)));
        Do(core, new Detach(new RequesterId(Requester), null));
        Do(core, new Invalidate(new InvalidationScope.OfRequester(new RequesterId(Requester))));
        for (var i = 0; i < 2; i++) Assert.False(core.TryTranslate(Requester, 0, (uint)Access.Read, out _));
    }

    private static OptimizedIommu Mapped(bool isShared)
    {
        var core = new OptimizedIommu(isShared);
        var own = IommuSamples.Configuration;
        core.Reset(own with { Traits = own.Traits with { MostMappings = 1024 }, Cache = new IommuCache(16, 4) });
        Do(core, new CreateDomain(new DomainId(1)));
        Do(core, new Attach(new RequesterId(Requester), null, new DomainId(1)));
        Do(core, new Map(
            new DomainId(1), new Iova(Base), new Gpa(Frames), new PageCount(Pages), Access.ReadWrite,
            PageSize.Size4K));
        return core;
    }

    private static ulong[] Addresses() => [.. Enumerable.Range(0, Pages).Select(i => Base + ((ulong)i << Page.Shift))];

    private static ulong TranslateEach(OptimizedIommu core, ulong[] iovas)
    {
        var sum = 0ul;
        foreach (var iova in iovas)
        {
            core.TryTranslate(Requester, iova, (uint)Access.Read, out var output);
            sum += output;
        }

        return sum;
    }

    private static void Do(OptimizedIommu core, IommuOperation operation) =>
        Assert.IsType<IommuObservation.Done>(core.Apply(operation));
}
