using IoSpec.Areas.Migration;
using IoSpec.Contracts.Migration;
using Xunit;

namespace IoSpec.Tests.VfioUser;

/// <summary>The area <c>migration</c> through a real socket: what is played behind it shows.</summary>
public sealed class VfioUserMigrationTests
{
    private static readonly MigrationArea Area = new();

    [Theory]
    [InlineData("reference", true, "")]
    [InlineData("reference", false, "")]
    [InlineData("reference", true, "?memory=messages")]
    [InlineData("optimized", true, "")]
    [InlineData("optimized", false, "?memory=messages")]
    public void What_conforms_does_so_through_a_socket(string connection, bool hasPreCopy, string options)
    {
        using var served = new ServedTarget(connection, hasPreCopy);
        var result = served.Judge(Area, 600, options);
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Empty(ServedTarget.Untested(Area, result));
    }

    [Theory]
    [InlineData("first-register-not-saved", "MIGRATION-RES-03")]
    [InlineData("stop-clears-registers", "MIGRATION-KEP-01")]
    [InlineData("incomplete-stream-loaded", "MIGRATION-RES-04")]
    [InlineData("memory-written-in-stop", "MIGRATION-ACT-01")]
    [InlineData("interrupts-raised-in-stop-copy", "MIGRATION-ACT-02")]
    [InlineData("vectors-loaded-from-stream", "MIGRATION-CFG-03")]
    [InlineData("configuration-loaded-from-stream", "MIGRATION-CFG-04")]
    [InlineData("stop-copy-goes-back-to-pre-copy", "MIGRATION-BLK-01")]
    [InlineData("pre-copy-session-ends-at-stop", "MIGRATION-SES-03")]
    [InlineData("altered-stream-loaded", "MIGRATION-RES-05")]
    [InlineData("recovery-leaves-pre-copy", "MIGRATION-ASY-01")]
    [InlineData("size-not-estimated", "MIGRATION-SIZ-01")]
    public void A_mutant_shows_through_a_socket_and_shrinks_to_a_few_operations(string mutant, string requirement)
    {
        using var served = new ServedTarget($"mutant:migration-{mutant}");
        var failure = served.Judge(Area, 300).Failures.First(found => found.Signature.Requirement == requirement);
        Assert.InRange(failure.Operations.Count, 1, 8);
        Assert.Equal(3, failure.Reproduced);
    }

    [Theory]
    [InlineData("MIGRATION-SES-01", "handle")]
    [InlineData("MIGRATION-SES-02", "handle")]
    [InlineData("MIGRATION-END-02", "end")]
    [InlineData("MIGRATION-END-04", "end")]
    [InlineData("MIGRATION-INF-01", "PRECOPY_INFO")]
    [InlineData("MIGRATION-ACT-03", "P2P")]
    [InlineData("MIGRATION-MIO-02", "P2P")]
    public void What_has_no_form_on_the_wire_is_said_not_to_apply_and_why(string requirement, string reason)
    {
        using var served = new ServedTarget("reference");
        var result = served.Judge(Area, 50);
        var found = Area.Requirements.All.Single(candidate => candidate.Id == requirement);
        Assert.Contains(reason, Area.Excludes(found, result.Capabilities)?.Reason, StringComparison.Ordinal);
        Assert.Equal(0ul, result.Evidence.Hits[found.Index]);
    }

    [Fact]
    public void A_device_that_hangs_is_reported_as_one()
    {
        using var served = new ServedTarget("mutant:migration-blocked-change-hangs");
        var failure = Assert.Single(served.Judge(Area, 12, "?limit=0.2").Failures);
        Assert.Equal("MIGRATION-LIVE-01/hung/setState/missing", failure.Signature.ToString());
        Assert.Equal(2, failure.Operations.Count);
    }

    [Fact]
    public void The_traits_are_those_of_the_device_behind_the_socket()
    {
        using var served = new ServedTarget("reference", hasPreCopy: false);
        var own = (MigrationCapabilities)served.Judge(Area, 1).Capabilities!;
        Assert.Equal(MigrationFlags.StopCopy, own.Traits.Flags);
        Assert.Equal((4, 3, 192ul), (own.Traits.Registers, own.Traits.Vectors, own.Traits.Longest.Value));
        Assert.True(own.Traits.DetectsTampering);
    }
}
