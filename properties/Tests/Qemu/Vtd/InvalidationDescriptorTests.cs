using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Vtd;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;

namespace IoSpec.Tests.Qemu.Vtd;

/// <summary>Descriptors against bytes written down by hand from the specification's layout.</summary>
public sealed class InvalidationDescriptorTests
{
    private const ulong Drains = 0xc0;

    [Fact]
    public void Everything_is_all_contexts_then_all_translations() => AssertDescriptors(
        new InvalidationScope.Everything(), (0x11, 0), (0x12 | Drains, 0));

    [Fact]
    public void A_domain_is_its_translations() => AssertDescriptors(
        new InvalidationScope.OfDomain(new DomainId(0x101)), (0x0101_0022 | Drains, 0));

    [Fact]
    public void A_requester_is_its_context_under_every_tag_and_then_the_translations_of_the_tags()
    {
        var rig = DriverRig.WithDomains();
        rig.Do(new IommuOperation.Attach(DriverRig.Bridge, null, DriverRig.Red));
        rig.Do(new IommuOperation.Bypass(DriverRig.Bridge));
        AssertDescriptors(
            rig, new InvalidationScope.OfRequester(DriverRig.Bridge),
            (0x200_0000_0031, 0), (0x200_0002_0031, 0), (0x200_0102_0031, 0),
            (0x0002_0022 | Drains, 0), (0x0102_0022 | Drains, 0));
    }

    [Fact]
    public void A_requester_that_was_nowhere_is_its_context_under_the_tag_of_absence() => AssertDescriptors(
        new InvalidationScope.OfRequester(DriverRig.Nic), (0x28_0000_0031, 0));

    [Theory]
    [InlineData(0x5000, 1, 0x5000)]
    [InlineData(0x4000, 2, 0x4001)]
    [InlineData(0x20_0000, 512, 0x20_0009)]
    [InlineData(0, 1 << 18, 18)]
    [InlineData(0x40_0000_0000, 1 << 18, 0x40_0000_0012)]
    public void A_power_of_two_of_aligned_pages_is_one_descriptor(ulong at, ulong pages, ulong high)
    {
        AssertDescriptors(Pages(at, pages, leafOnly: false), (0x1_0032 | Drains, high));
        AssertDescriptors(Pages(at, pages, leafOnly: true), (0x1_0032 | Drains, high | 0x40));
    }

    [Fact]
    public void Other_pages_are_several_descriptors() => AssertDescriptors(
        Pages(0x3000, 6, leafOnly: true),
        (0x1_0032 | Drains, 0x3040), (0x1_0032 | Drains, 0x4042), (0x1_0032 | Drains, 0x8040));

    [Fact]
    public void Beyond_many_descriptors_it_is_the_domain() => AssertDescriptors(
        Pages(0x1000, (1 << 19) - 2, leafOnly: true), (0x1_0022 | Drains, 0));

    [Fact]
    public void Without_page_selective_invalidation_it_is_the_domain()
    {
        var rig = new DriverRig(new FakeUnit(FakeRegisters.Capability39 & ~FakeRegisters.PageSelective));
        AssertDescriptors(rig, Pages(0x1000, 1, leafOnly: true), (0x1_0022 | Drains, 0));
    }

    [Fact]
    public void Where_accesses_cannot_be_drained_nothing_says_so()
    {
        var rig = new DriverRig(new FakeUnit(FakeRegisters.Capability39 & ~(3ul << 54)));
        AssertDescriptors(rig, new InvalidationScope.OfDomain(DriverRig.Blue), (0x1_0022, 0));
    }

    private static InvalidationScope.OfPages Pages(ulong at, ulong pages, bool leafOnly) =>
        new(DriverRig.Blue, new Iova(at), new PageCount(pages), leafOnly);

    private static void AssertDescriptors(InvalidationScope scope, params (ulong Low, ulong High)[] expected) =>
        AssertDescriptors(DriverRig.WithDomains(), scope, expected);

    // A wait for all of them follows: status write, a number, the address of the status.
    private static void AssertDescriptors(
        DriverRig rig, InvalidationScope scope, params (ulong Low, ulong High)[] expected)
    {
        rig.Unit.Log.Clear();
        rig.Do(new IommuOperation.Invalidate(scope));
        var done = rig.Unit.Log.OfType<PortEvent.Executed>().Select(e => (e.Low.Value, e.High.Value)).ToList();
        Assert.Equal(expected, done.SkipLast(1));
        Assert.Equal(0x25ul, done[^1].Item1 & uint.MaxValue);
        Assert.NotEqual(0ul, done[^1].Item1 >> 32);
        Assert.Equal(VtdLayout.Status.Value, done[^1].Item2);
    }
}
