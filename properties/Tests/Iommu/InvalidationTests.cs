using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using Xunit;
using static IoSpec.Tests.Iommu.Steps;

namespace IoSpec.Tests.Iommu;

/// <summary>What a completed invalidation ends, and what it leaves.</summary>
public sealed class InvalidationTests
{
    private static readonly IommuOperation Await = new IommuOperation.AwaitInvalidations();

    private static readonly IommuOperation[] Unmapped =
        [Create(One), Attach(Nic, One), Map(One, 0x1000, F, 3), Unmap(One, 0x1000, 3)];

    [Fact]
    public void Of_a_version_only_the_pages_that_are_covered_end()
    {
        var state = Belief.After([.. Unmapped, Flush(Pages(One, 0x2000))]);
        Assert.Equal([F, null], state.Allows(Write(Nic, 0x1000)));
        Assert.Equal([null], state.Allows(Write(Nic, 0x2000)));
        Assert.Equal([F + (2 * K4), null], state.Allows(Write(Nic, 0x3000)));
    }

    [Theory]
    [InlineData(0x0, 2, 0x1000)]
    [InlineData(0x3000, 9, 0x3000)]
    public void A_range_may_pass_the_ends_of_a_version(ulong at, ulong pages, ulong ended)
    {
        var state = Belief.After([.. Unmapped, Flush(Pages(One, at, pages))]);
        foreach (var page in (ulong[])[0x1000, 0x2000, 0x3000])
            Assert.Equal(page != ended, state.Allows(Write(Nic, page)).First() is not null);
    }

    [Fact]
    public void Another_domain_s_invalidation_ends_nothing()
    {
        var state = Belief.After([.. Unmapped, Create(Two), Flush(Domain(Two)), Flush(Pages(Two, 0x1000, 3))]);
        Assert.Equal([F, null], state.Allows(Write(Nic, 0x1000)));
    }

    [Fact]
    public void A_submitted_invalidation_ends_nothing_before_it_is_awaited()
    {
        var submitted = Belief.After([.. Unmapped, Submit(Domain(One))]);
        Assert.Equal([F, null], submitted.Allows(Write(Nic, 0x1000)));
        var awaited = Belief.After([.. Unmapped, Submit(Domain(One)), Await]);
        Assert.Equal([null], awaited.Allows(Write(Nic, 0x1000)));
    }

    [Fact]
    public void A_change_after_the_submission_is_not_covered()
    {
        IommuOperation[] mapped = [Create(One), Attach(Nic, One), Map(One, 0x1000, F, 2), Unmap(One, 0x1000)];
        var state = Belief.After([.. mapped, Submit(Steps.All), Unmap(One, 0x2000), Await]);
        Assert.Equal([null], state.Allows(Write(Nic, 0x1000)));
        Assert.Equal([F + K4, null], state.Allows(Write(Nic, 0x2000)));
    }

    [Fact]
    public void A_wait_ends_all_that_was_submitted_and_the_next_one_nothing()
    {
        var state = Belief.After([.. Unmapped, Submit(Pages(One, 0x1000)), Submit(Pages(One, 0x3000)), Await, Await]);
        Assert.Equal([null], state.Allows(Write(Nic, 0x1000)));
        Assert.Equal([F + K4, null], state.Allows(Write(Nic, 0x2000)));
        Assert.Equal([null], state.Allows(Write(Nic, 0x3000)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Entries_above_the_leaves_stay_where_only_leaves_are_invalidated(bool leafOnly)
    {
        var scope = new InvalidationScope.OfPages(One, new Iova(0x1000), new PageCount(1), leafOnly);
        var state = Belief.After(
        [
            Create(One), Attach(Nic, One), Map(One, 0x1000, F), Restrict(One, 0, PageSize.Size2M, Access.Read),
            Flush(scope),
        ]);
        Assert.Equal(leafOnly ? [F, null] : [null], state.Allows(Write(Nic, 0x1000)));
    }

    [Fact]
    public void A_move_ends_with_the_requester_s_entry_and_then_its_former_domain()
    {
        IommuOperation[] moved =
            [Create(One), Create(Two), Attach(Nic, One), Map(One, 0x1000, F), Attach(Nic, Two)];
        InvalidationScope[][] insufficient =
            [[Requester(Nic)], [Domain(One)], [Domain(One), Requester(Nic)], [Requester(Disk), Domain(One)]];
        Assert.All(insufficient, scopes => Assert.Equal([F, null], After(scopes)));
        InvalidationScope[][] sufficient = [[Steps.All], [Requester(Nic), Domain(One)], [Requester(Nic), Steps.All]];
        Assert.All(sufficient, scopes => Assert.Equal([null], After(scopes)));

        IEnumerable<ulong?> After(InvalidationScope[] scopes) =>
            Belief.After([.. moved, .. scopes.Select(Flush)]).Allows(Write(Nic, 0x1000));
    }

    private static IommuOperation Submit(InvalidationScope scope) => new IommuOperation.SubmitInvalidation(scope);
}
