using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;

namespace IoSpec.Tests.Qemu.Vtd;

/// <summary>What is left of a large page keeps frames and rights; rights above leaves hold for all below.</summary>
public sealed class SplitTests
{
    private const ulong Size2M = 1 << 21;
    private const ulong Size1G = 1 << 30;

    private static readonly ulong To = DriverRig.LargeFrames.Value;

    [Theory]
    [InlineData(FakeRegisters.Capability39)]
    [InlineData(FakeRegisters.Capability48)]
    public void A_page_taken_out_of_a_gigabyte_leaves_the_rest(ulong capability)
    {
        var rig = Whole(capability);
        rig.Unmap(Size2M + 0x3000, 1);
        Assert.Equal(
            [
                new Stretch(0, Size2M + 0x2fff, To, Access.Write),
                new Stretch(Size2M + 0x4000, Size1G - 1, To + Size2M + 0x4000, Access.Write),
            ],
            Mapped(rig));
        Assert.Equal(511 + 511, Leaves(rig));
    }

    [Fact]
    public void Other_rights_for_two_megabytes_take_one_split()
    {
        var rig = Whole();
        rig.Do(new IommuOperation.Protect(DriverRig.Blue, new Iova(Size2M), new PageCount(512), Access.Read));
        Assert.Equal(
            [
                new Stretch(0, Size2M - 1, To, Access.Write),
                new Stretch(Size2M, (2 * Size2M) - 1, To + Size2M, Access.Read),
                new Stretch(2 * Size2M, Size1G - 1, To + (2 * Size2M), Access.Write),
            ],
            Mapped(rig));
        Assert.Equal(512, Leaves(rig));
    }

    [Fact]
    public void A_smaller_page_mapped_over_a_large_one_replaces_its_part()
    {
        var rig = Whole();
        rig.Map(Size2M, DriverRig.Frames, 1, allowed: Access.ReadWrite);
        Assert.Equal(new Stretch(Size2M, Size2M + 0xfff, DriverRig.Frames.Value, Access.ReadWrite), Mapped(rig)[1]);
        Assert.Equal(3, Mapped(rig).Count);
    }

    [Fact]
    public void A_restriction_splits_what_spans_more_and_reaches_what_it_spans()
    {
        var rig = Whole();
        Restrict(rig, Size2M + 5, PageSize.Size2M, Access.Read);
        Assert.Equal(
            [
                new Stretch(0, Size2M - 1, To, Access.Write),
                new Stretch(2 * Size2M, Size1G - 1, To + (2 * Size2M), Access.Write),
            ],
            Mapped(rig));
    }

    [Fact]
    public void A_restriction_outlives_what_it_restricts_and_is_lifted_by_one_that_leaves_all()
    {
        var rig = DriverRig.WithDomains();
        Restrict(rig, 0, PageSize.Size2M, Access.Read);
        rig.Map(0, DriverRig.LargeFrames, 512, PageSize.Size2M);
        Assert.Equal([new Stretch(0, Size2M - 1, To, Access.Read)], Mapped(rig));
        rig.Unmap(0, 512);
        rig.Map(0, DriverRig.LargeFrames, 512, PageSize.Size1G);
        Assert.Equal([new Stretch(0, Size2M - 1, To, Access.Read)], Mapped(rig));
        Restrict(rig, 0, PageSize.Size2M, Access.ReadWrite);
        Assert.Equal([new Stretch(0, Size2M - 1, To, Access.ReadWrite)], Mapped(rig));
    }

    [Fact]
    public void Restrictions_of_two_levels_hold_together()
    {
        var rig = DriverRig.WithDomains(FakeRegisters.Capability48);
        Restrict(rig, 0, PageSize.Size512G, Access.Read);
        Restrict(rig, 0, PageSize.Size2M, Access.Write);
        rig.Map(0, DriverRig.LargeFrames, 1024, PageSize.Size2M);
        Assert.Equal([new Stretch(Size2M, (2 * Size2M) - 1, To + Size2M, Access.Read)], Mapped(rig));
    }

    [Fact]
    public void A_domain_made_again_restricts_nothing()
    {
        var rig = DriverRig.WithDomains();
        Restrict(rig, 0, PageSize.Size1G, Access.Read);
        rig.Do(new IommuOperation.DestroyDomain(DriverRig.Blue));
        rig.Do(new IommuOperation.CreateDomain(DriverRig.Blue));
        rig.Map(0, DriverRig.LargeFrames, 1 << 18, PageSize.Size1G);
        Assert.Equal([new Stretch(0, Size1G - 1, To, Access.ReadWrite)], Mapped(rig));
        Assert.Equal(1, Leaves(rig));
    }

    [Theory]
    [InlineData(0, 0, 512, PageSize.Size2M, 1)]
    [InlineData(0, 0, 513, PageSize.Size2M, 2)]
    [InlineData(0, 0x1000, 512, PageSize.Size2M, 512)]
    [InlineData(0x1000, 0x1000, 512, PageSize.Size2M, 512)]
    [InlineData(0x1000, 0x1000, 1024, PageSize.Size1G, 511 + 1 + 1)]
    [InlineData(0, 0, 512, PageSize.Size4K, 512)]
    [InlineData(0, 0, 1 << 18, PageSize.Size1G, 1)]
    [InlineData(0, 0, 1 << 18, PageSize.Size2M, 512)]
    public void Leaves_are_as_large_as_alignment_length_and_request_allow(
        ulong at, ulong offset, ulong pages, PageSize largest, int leaves)
    {
        var rig = DriverRig.WithDomains();
        rig.Map(at, DriverRig.LargeFrames.Plus(offset), pages, largest);
        Assert.Equal(leaves, Leaves(rig));
        Assert.Single(Mapped(rig));
    }

    private static DriverRig Whole(ulong capability = FakeRegisters.Capability39)
    {
        var rig = DriverRig.WithDomains(capability);
        rig.Map(0, DriverRig.LargeFrames, 1 << 18, PageSize.Size1G, Access.Write);
        return rig;
    }

    private static void Restrict(DriverRig rig, ulong at, PageSize span, Access allowed) =>
        rig.Do(new IommuOperation.Restrict(DriverRig.Blue, new Iova(at), span, allowed));

    private static IReadOnlyList<Stretch> Mapped(DriverRig rig) =>
        new TableWalker(rig.Unit.Memory, rig.Levels).All(DriverRig.Top(DriverRig.Blue), without: 510);

    private static int Leaves(DriverRig rig) =>
        new TableWalker(rig.Unit.Memory, rig.Levels).CountLeaves(DriverRig.Top(DriverRig.Blue), without: 510);
}
