using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Reference.Iommu;
using Xunit;
using static IoSpec.Tests.Iommu.Steps;

namespace IoSpec.Tests.Iommu;

/// <summary>What an access may lead to: any version that may still be used, for each entry on its own.</summary>
public sealed class WalkTests
{
    private static readonly IommuOperation[] Mapped = [Create(One), Attach(Nic, One), Map(One, 0x1000, F)];
    private static readonly IommuOperation Detach = new IommuOperation.Detach(Nic, null);

    [Fact]
    public void With_one_version_there_is_one_result() =>
        Assert.Equal([F + 8], Belief.After(Mapped).Allows(Write(Nic, 0x1008)));

    [Fact]
    public void What_was_unmapped_may_still_be_used_or_not() =>
        Assert.Equal([F, null], Belief.After([.. Mapped, Unmap(One, 0x1000)]).Allows(Write(Nic, 0x1000)));

    [Fact]
    public void What_was_replaced_may_still_be_used_but_absence_never_was_there() =>
        Assert.Equal([F, F + K4], Belief.After([.. Mapped, Map(One, 0x1000, F + K4)]).Allows(Write(Nic, 0x1000)));

    [Fact]
    public void Absence_in_between_is_a_version_only_where_it_may_be_cached()
    {
        IommuOperation[] operations =
        [
            Create(One), Attach(Nic, One), Flush(Steps.All), Map(One, 0x1000, F), Unmap(One, 0x1000),
            Map(One, 0x1000, F + K4),
        ];
        Assert.Equal([F, F + K4], Belief.After(operations).Allows(Write(Nic, 0x1000)));
        var caching = Belief.After(Traits with { NegativeCaching = true }, operations);
        Assert.Equal([F, F + K4, null], caching.Allows(Write(Nic, 0x1000)));
    }

    [Fact]
    public void Former_rights_may_still_be_used()
    {
        var state = Belief.After([.. Mapped, Protect(One, 0x1000, 1, Access.Read)]);
        Assert.Equal([F, null], state.Allows(Write(Nic, 0x1000)));
        Assert.Equal([F], state.Allows(Read(Nic, 0x1000)));
    }

    [Fact]
    public void Versions_of_levels_are_picked_independently()
    {
        // The two levels never forbade writing at the same time, but their former and new versions may meet.
        var state = Belief.After(
        [
            .. Mapped, Restrict(One, 0, PageSize.Size2M, Access.Read), Flush(Steps.All),
            Restrict(One, 0, PageSize.Size2M, Access.ReadWrite), Restrict(One, 0, PageSize.Size1G, Access.Write),
        ]);
        Assert.Equal([F, null], state.Allows(Write(Nic, 0x1000)));
        Assert.Equal([F, null], state.Allows(Read(Nic, 0x1000)));
        Assert.Equal([F, null], state.Allows(Write(Nic, 0x1000) with { Kind = DmaKind.Atomic }));
    }

    [Fact]
    public void A_requester_that_moves_may_use_both_domains()
    {
        var state = Belief.After([.. Mapped, Create(Two), Map(Two, 0x1000, F + K4), Attach(Nic, Two)]);
        Assert.Equal([F, F + K4], state.Allows(Write(Nic, 0x1000)));
        Assert.Equal([null], state.Allows(Write(Nic, 0x2000)));
    }

    [Fact]
    public void A_requester_that_was_detached_may_still_reach_its_domain()
    {
        Assert.Equal([F, null], Belief.After([.. Mapped, Detach]).Allows(Write(Nic, 0x1000)));
        Assert.Equal([null], Belief.After([.. Mapped, Detach]).Allows(Write(Disk, 0x1000)));
    }

    [Fact]
    public void Seeing_the_new_result_does_not_make_the_old_one_illegal()
    {
        var referee = new Referee(new IommuArea());
        referee.Start(Machine(Traits));
        foreach (var operation in Mapped) referee.Step(operation, Ok);
        referee.Step(Map(One, 0x1000, F + K4), Ok);
        foreach (var at in (ulong[])[F + K4, F, F + K4, F])
        {
            Assert.Equal(After.Consistent, referee.Step(Write(Nic, 0x1000), Landed(at)));
            Assert.Empty(referee.Violations);
        }
    }

    [Fact]
    public void After_a_piece_that_faulted_a_later_one_may_land_or_not()
    {
        foreach (var third in (PieceOutcome[])[PieceOutcome.Landed, PieceOutcome.Blocked])
        {
            var referee = new Referee(new IommuArea());
            referee.Start(Machine(Traits));
            foreach (var operation in Mapped) referee.Step(operation, Ok);
            referee.Step(Map(One, 0x3000, F + K4), Ok);
            var at = third == PieceOutcome.Landed ? F + K4 : 0;
            referee.Step(Write(Nic, 0x1ffe, 0x1004), new IommuObservation.Transferred(
            [
                Piece(0, 2, PieceOutcome.Landed, F + 0xffe), Piece(2, 0x1000, PieceOutcome.Blocked, 0),
                Piece(0x1002, 2, third, at),
            ]));
            Assert.Empty(referee.Violations);
        }
    }

    [Fact]
    public void More_versions_of_an_entry_than_the_bound_are_ambiguous()
    {
        var operations = Mapped.ToList();
        for (var i = 1ul; i < IommuBounds.VersionsOfEntry; i++) operations.Add(Map(One, 0x1000, F + (i * K4)));
        Assert.False(Belief.After([.. operations]).IsAmbiguous(Write(Nic, 0x1000)));
        operations.Add(Map(One, 0x1000, Large));
        Assert.True(Belief.After([.. operations]).IsAmbiguous(Write(Nic, 0x1000)));
        operations.Add(Flush(Pages(One, 0x1000)));
        Assert.Equal([Large], Belief.After([.. operations]).Allows(Write(Nic, 0x1000)));
    }
}
