using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Qemu.Amdvi;

/// <summary>Commands as AMD-Vi 2.4 has them, in a ring of 256.</summary>
public sealed class CommandBufferTests
{
    private const ulong OfBlue = (3ul << 60) | (1ul << 32);

    public static TheoryData<InvalidationScope, ulong, ulong> Scopes { get; } = new()
    {
        { new InvalidationScope.Everything(), 8ul << 60, 0 },
        { new InvalidationScope.OfDomain(AmdviRig.Blue), OfBlue, 0x7fff_ffff_ffff_f003 },
        { new InvalidationScope.OfRequester(AmdviRig.Nic), (2ul << 60) | 0x28, 0 },
        { Pages(0x5000, 1, leafOnly: false), OfBlue, 0x5002 },
        { Pages(0x5000, 1, leafOnly: true), OfBlue, 0x5000 },
        { Pages(0x4000, 2, leafOnly: false), OfBlue, 0x4003 },
        { Pages(0x4000, 4, leafOnly: false), OfBlue, 0x5003 },
        { Pages(0x20_0000, 512, leafOnly: true), OfBlue, 0x2f_f001 },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void A_scope_is_the_command_that_covers_it(InvalidationScope scope, ulong low, ulong high)
    {
        var rig = new AmdviRig();
        rig.Do(new Invalidate(scope));
        Assert.Equal([(low, high)], rig.Commands());
    }

    [Fact]
    public void A_requester_is_invalidated_before_every_domain_that_it_had()
    {
        var rig = new AmdviRig();
        rig.Do(new Attach(AmdviRig.Nic, null, AmdviRig.Blue));
        rig.Do(new Attach(AmdviRig.Nic, null, AmdviRig.Red));
        rig.Do(new Invalidate(new InvalidationScope.OfRequester(AmdviRig.Nic)));
        Assert.Equal(
            [(2ul << 60) | 0x28, OfBlue, (3ul << 60) | (2ul << 32)], rig.Commands().Select(command => command.Low));
    }

    [Fact]
    public void Without_IASup_everything_is_all_requesters_and_all_domains()
    {
        var rig = new AmdviRig(features: 0x2993);
        rig.Do(new Attach(AmdviRig.Nic, null, AmdviRig.Blue));
        rig.Unit.Log.Clear();
        rig.Do(new Invalidate(new InvalidationScope.Everything()));
        Assert.Equal((2ul << 60) | 0x28, rig.Commands()[0].Low);
        Assert.Equal([1ul, 1ul, 2ul, 3ul, 0x201ul], rig.Commands().Skip(1).Select(command => command.Low << 4 >> 36));
    }

    [Fact]
    public void To_submit_waits_for_nothing_and_to_await_waits_for_the_store()
    {
        var rig = new AmdviRig();
        rig.Unit.IsLazy = true;
        rig.Do(new SubmitInvalidation(new InvalidationScope.Everything()));
        Assert.Empty(rig.Commands());
        rig.Do(new AwaitInvalidations());
        Assert.Single(rig.Commands());
    }

    [Fact]
    public void The_ring_wraps_and_every_command_is_done_once_and_in_order()
    {
        var rig = new AmdviRig();
        rig.Unit.IsLazy = true;
        for (var i = 0ul; i < 1000; i++)
            rig.Do(new SubmitInvalidation(Pages(i << Page.Shift, 1, leafOnly: true)));
        rig.Do(new AwaitInvalidations());
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (ulong)i << 12), rig.Commands().Select(c => c.High));
    }

    [Fact]
    public void A_unit_that_stops_at_a_legal_command_is_lost()
    {
        var rig = new AmdviRig();
        rig.Unit.Stumbles = 3;
        var lost = Assert.Throws<TargetLostException>(
            () => rig.Do(new Invalidate(new InvalidationScope.OfDomain(AmdviRig.Blue))));
        Assert.Equal(Loss.Garbage, lost.Kind);
    }

    private static InvalidationScope.OfPages Pages(ulong at, ulong pages, bool leafOnly) =>
        new(AmdviRig.Blue, new Iova(at), new PageCount(pages), leafOnly);
}
