using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Vtd;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Qemu.Vtd;

/// <summary>What is refused writes no register and no memory.</summary>
public sealed class RefusalTests
{
    private const ulong Width = 1ul << 39;

    private static readonly DomainId Absent = VtdLayout.Domains[2];
    private static readonly DomainId Unknown = new(0x77);
    private static readonly RequesterId Nobody = new(0x1234);

    public static TheoryData<string, IommuOperation, Refusal> Refused { get; } = new()
    {
        { "domain exists", new CreateDomain(DriverRig.Blue), Refusal.DomainExists },
        { "no such id", new CreateDomain(Unknown), Refusal.NoSuchDomain },
        { "destroy absent", new DestroyDomain(Absent), Refusal.NoSuchDomain },
        { "destroy in use", new DestroyDomain(DriverRig.Red), Refusal.DomainInUse },
        { "attach nobody", new Attach(Nobody, null, DriverRig.Blue), Refusal.NoSuchRequester },
        { "attach to absent", new Attach(DriverRig.Nic, null, Absent), Refusal.NoSuchDomain },
        { "detach nobody", new Detach(Nobody, null), Refusal.NoSuchRequester },
        { "bypass nobody", new Bypass(Nobody), Refusal.NoSuchRequester },
        { "map in absent", Map(0, 1) with { Domain = Absent }, Refusal.NoSuchDomain },
        { "map nothing", Map(0, 0), Refusal.BadRange },
        { "map at odd place", Map(0x800, 1), Refusal.BadRange },
        { "map to odd place", Map(0, 1) with { To = DriverRig.Frames.Plus(8) }, Refusal.BadRange },
        { "map to no frame", Map(0, 1) with { To = new Gpa(0x10_0000) }, Refusal.BadRange },
        { "map past the frames", Map(0, 25), Refusal.BadRange },
        { "map past the width", Map(Width - 0x1000, 2), Refusal.BadRange },
        { "map beyond the width", Map(Width, 1), Refusal.BadRange },
        { "map past 2^64", Map(ulong.MaxValue - 0xfff, 2), Refusal.BadRange },
        { "map too many pages", Map(0, 1ul << 52), Refusal.BadRange },
        { "map without rights", Map(0, 1) with { Allowed = Access.None }, Refusal.BadRights },
        { "map to execute", Map(0, 1) with { Allowed = Access.Read | Access.Execute }, Refusal.BadRights },
        { "map messages", Map(0xfeef_f000, 1), Refusal.Reserved },
        { "map up to messages", Map(0xfedf_f000, 2), Refusal.Reserved },
        { "map the ring", Map(0x7f_8000_0000, 1), Refusal.Reserved },
        { "unmap the ring", new Unmap(DriverRig.Blue, new Iova(0x7f_bfff_f000), new PageCount(1)), Refusal.Reserved },
        { "unmap in absent", new Unmap(Absent, new Iova(0), new PageCount(1)), Refusal.NoSuchDomain },
        { "unmap past the width", new Unmap(DriverRig.Blue, new Iova(0), new PageCount(1 << 28)), Refusal.BadRange },
        {
            "protect without rights",
            new Protect(DriverRig.Blue, new Iova(0), new PageCount(1), Access.None), Refusal.BadRights
        },
        { "restrict a page", Restrict(0, PageSize.Size4K), Refusal.BadRange },
        { "restrict the top", Restrict(0, PageSize.Size512G), Refusal.BadRange },
        { "restrict beyond the width", Restrict(Width, PageSize.Size2M), Refusal.BadRange },
        { "restrict all", Restrict(0, PageSize.Size2M) with { Allowed = Access.None }, Refusal.BadRights },
        { "invalidate unknown", new Invalidate(new InvalidationScope.OfDomain(Unknown)), Refusal.NoSuchDomain },
        { "invalidate nobody", new Invalidate(new InvalidationScope.OfRequester(Nobody)), Refusal.NoSuchRequester },
        { "invalidate nothing", Pages(0, 0), Refusal.BadRange },
        { "invalidate at odd place", Pages(1, 1), Refusal.BadRange },
        { "invalidate past the width", Pages(Width - 0x1000, 2), Refusal.BadRange },
        {
            "submit unknown",
            new SubmitInvalidation(new InvalidationScope.OfDomain(Unknown)), Refusal.NoSuchDomain
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_refusal_gives_its_reason_and_touches_nothing(string what, IommuOperation operation, Refusal reason)
    {
        var rig = Busy();
        Assert.Equal(new IommuObservation.Refused(reason), rig.Do(operation));
        Assert.True(rig.Unit.Log.Count == 0, what);
    }

    [Fact]
    public void The_tag_of_a_domain_that_is_gone_can_still_be_invalidated()
    {
        var rig = Busy();
        Assert.IsType<IommuObservation.Done>(rig.Do(new Invalidate(new InvalidationScope.OfDomain(Absent))));
    }

    [Fact]
    public void What_the_unit_lacks_is_unsupported_and_touches_nothing()
    {
        var rig = new DriverRig(new FakeUnit(extended: FakeRegisters.Extended & ~(1ul << 6)));
        Assert.IsType<Unsupported>(rig.Do(new Bypass(DriverRig.Nic)));
        Assert.Empty(rig.Unit.Log);
    }

    [Fact]
    public void Without_a_queue_asking_and_waiting_are_not_two_steps()
    {
        var rig = DriverRig.WithDomains(queued: false);
        Assert.IsType<Unsupported>(rig.Do(new SubmitInvalidation(new InvalidationScope.Everything())));
        Assert.IsType<Unsupported>(rig.Do(new AwaitInvalidations()));
        Assert.Empty(rig.Unit.Log);
    }

    [Fact]
    public void A_restriction_of_the_harness_s_own_entry_is_done_without_a_trace()
    {
        var rig = Busy();
        Assert.IsType<IommuObservation.Done>(rig.Do(Restrict(0x7f_8000_0000, PageSize.Size1G)));
        Assert.Empty(rig.Unit.Log);
    }

    private static DriverRig Busy()
    {
        var rig = DriverRig.WithDomains();
        rig.Map(0, DriverRig.LargeFrames, 512, PageSize.Size2M);
        rig.Do(new Attach(DriverRig.Bridge, null, DriverRig.Red));
        rig.Unit.Log.Clear();
        return rig;
    }

    private static Map Map(ulong at, ulong pages) => new(
        DriverRig.Blue, new Iova(at), DriverRig.Frames, new PageCount(pages), Access.ReadWrite, PageSize.Size2M);

    private static Restrict Restrict(ulong at, PageSize span) =>
        new(DriverRig.Blue, new Iova(at), span, Access.Read);

    private static Invalidate Pages(ulong at, ulong pages) => new(
        new InvalidationScope.OfPages(DriverRig.Blue, new Iova(at), new PageCount(pages), LeafOnly: false));
}
