using System.Globalization;
using IoSpec.Contracts.Virtio;
using Xunit;

namespace IoSpec.Tests.Virtio;

/// <summary>The table of platforms and the claims behind it.</summary>
public sealed class PlatformTableTests
{
    [Fact]
    public void The_claims_are_numbered_without_a_gap() => Assert.Equal(
        Enumerable.Range(1, 37).Select(number => "S" + number.ToString("00", CultureInfo.InvariantCulture)),
        PlatformClaims.All.Select(claim => claim.Id), StringComparer.Ordinal);

    [Fact]
    public void Claims_and_decisions_are_tested_by_requirements_that_exist()
    {
        var known = VirtioRequirements.Table.All.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        var named = PlatformClaims.All.SelectMany(claim => claim.Requirements)
            .Concat(PlatformDecisions.All.SelectMany(row => row.Requirements));
        Assert.Empty(named.Except(known, StringComparer.Ordinal));
        Assert.All(PlatformDecisions.All, row => Assert.NotEmpty(row.Requirements));
    }

    [Fact]
    public void Platforms_are_sorted_and_have_one_name_each()
    {
        var names = PlatformDecisions.Platforms.Select(platform => platform.Name).ToList();
        Assert.Equal(
            names.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), names, StringComparer.Ordinal);
    }
}
