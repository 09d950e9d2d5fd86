using IoSpec.Contracts.Iommu;
using Xunit;

namespace IoSpec.Tests.Iommu;

public sealed class RequirementTests
{
    private static readonly Story[] Stories = [.. MappingStories.All, .. CacheStories.All, .. ReportStories.All];

    public static TheoryData<int, string> Numbered()
    {
        var all = new TheoryData<int, string>();
        for (var i = 0; i < Stories.Length; i++) all.Add(i, Stories[i].Requirement);
        return all;
    }

    [Theory]
    [MemberData(nameof(Numbered))]
    public void The_lie_breaks_this_requirement_and_no_other(int number, string requirement)
    {
        var story = Stories[number];
        var broken = story.Judge(story.Lie).Violations.Select(v => v.Requirement.Id).Order(StringComparer.Ordinal);
        string[] expected = [requirement, .. story.Also];
        Assert.Equal(expected.Order(StringComparer.Ordinal), broken, StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Numbered))]
    public void The_honest_answer_breaks_nothing_and_puts_the_requirement_to_the_test(int number, string requirement)
    {
        var judged = Stories[number].Judge(Stories[number].Honest);
        Assert.Empty(judged.Violations);
        var hits = judged.Hits[IommuRequirements.Table.Find(requirement)!.Index];
        Assert.True(hits > 0 || !Stories[number].IsCounted);
    }

    [Fact]
    public void Every_requirement_has_a_lie() => Assert.Empty(
        IommuRequirements.Table.All.Select(r => r.Id)
            .Except(Stories.Select(story => story.Requirement), StringComparer.Ordinal));
}
