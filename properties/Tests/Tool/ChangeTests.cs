using IoSpec.Engine;
using IoSpec.Tool.Comparing;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class ChangeTests
{
    private const string Id = "IOMMU-MAP-01";

    [Theory]
    [InlineData("", "", null)]
    [InlineData("a", "", "Better")]
    [InlineData("a,b", "a", "Better")]
    [InlineData("", "a", "Worse")]
    [InlineData("a", "a,b", "Worse")]
    [InlineData("a", "b", "Other")]
    [InlineData("a,b", "b,a", null)]
    public void What_a_change_is_depends_on_the_failures_that_come_and_go(string before, string after, string? kind)
    {
        var changes = Change.Between(Judged(Verdict.Fail, before), Judged(Verdict.Fail, after));
        Assert.Equal(kind, changes.SingleOrDefault()?.Kind.ToString());
    }

    [Theory]
    [InlineData(Verdict.Fail, Verdict.NotApplicable, "Other")]
    [InlineData(Verdict.Untested, Verdict.Pass, "Other")]
    [InlineData(Verdict.NotApplicable, Verdict.Untested, null)]
    public void What_was_or_is_not_tested_is_neither_better_nor_worse(Verdict then, Verdict now, string? kind)
    {
        var changes = Change.Between(Judged(then, ""), Judged(now, ""));
        Assert.Equal(kind, changes.SingleOrDefault()?.Kind.ToString());
    }

    [Fact]
    public void A_waiver_alone_changes_nothing() =>
        Assert.Empty(Change.Between(Judged(Verdict.Fail, "a"), Judged(Verdict.Waived, "a")));

    [Fact]
    public void Versions_of_one_device_are_compared_from_the_earlier_to_the_later()
    {
        var comparison = Assert.Single(Comparison.Within(JudgedTargets.Three));
        Assert.Equal(("7.2.22", "10.0.2"), (comparison.Before.Version, comparison.After.Version));
        Assert.Equal(
            [("WALK-ENT-01", ChangeKind.Worse), ("IOMMU-INV-01", ChangeKind.Better)],
            comparison.Changes.Select(change => (change.Requirement, change.Kind)));
    }

    [Fact]
    public void Targets_of_two_runs_are_matched_whichever_program_plays_them()
    {
        JudgedTarget[] before = [JudgedTargets.Of("a", "1"), JudgedTargets.Of("qemu:one?bin=x&aw=48", "7")];
        JudgedTarget[] after = [JudgedTargets.Of("qemu:one?aw=48", "10"), JudgedTargets.Of("b", "1")];
        var comparison = Assert.Single(Comparison.Across(before, after));
        Assert.Equal(("7", "10"), (comparison.Before.Version, comparison.After.Version));
    }

    private static JudgedTarget Judged(Verdict verdict, string failures)
    {
        var names = failures.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return JudgedTargets.Of("t", "1", (Id, verdict)) with
        {
            Failures = [.. names.Select(name => new JudgedFailure(Id, name))],
        };
    }
}
