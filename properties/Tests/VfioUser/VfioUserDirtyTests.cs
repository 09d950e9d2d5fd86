using IoSpec.Areas.Dirty;
using Xunit;

namespace IoSpec.Tests.VfioUser;

/// <summary>The area <c>dirty</c> through a real socket: the log of a probe device that writes memory.</summary>
public sealed class VfioUserDirtyTests
{
    private static readonly DirtyArea Area = new();

    [Theory]
    [InlineData("reference", "")]
    [InlineData("optimized", "?memory=messages")]
    public void What_conforms_does_so_through_a_socket(string connection, string options)
    {
        using var served = new ServedTarget(connection);
        var result = served.Judge(Area, 300, options);
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Empty(ServedTarget.Untested(Area, result));
    }

    [Theory]
    [InlineData("bits-counted-from-zero", "DIRTY-LOG-01")]
    [InlineData("crossing-write-marks-one-page-less", "DIRTY-LOG-02")]
    [InlineData("late-mapping-untracked", "DIRTY-MAP-01")]
    [InlineData("coarse-report-samples-first-page", "DIRTY-WIN-03")]
    [InlineData("bit-behind-window-set", "DIRTY-WIN-02")]
    [InlineData("one-bit-report-writes-a-line", "DIRTY-WIN-02")]
    [InlineData("report-clears-whole-bytes", "DIRTY-WIN-01")]
    [InlineData("report-does-not-clear", "DIRTY-CLR-01")]
    [InlineData("report-given-when-off", "DIRTY-OFF-01")]
    [InlineData("second-log-empty", "DIRTY-STA-03")]
    [InlineData("window-of-65-bits-refused", "DIRTY-WIN-04")]
    [InlineData("unmap-empties-log", "DIRTY-UNM-02")]
    public void A_mutant_shows_through_a_socket_and_shrinks_to_a_few_operations(string mutant, string requirement)
    {
        using var served = new ServedTarget($"mutant:dirty-{mutant}");
        var failure = served.Judge(Area, 200).Failures.First(found => found.Signature.Requirement == requirement);
        Assert.InRange(failure.Operations.Count, 1, 8);
        Assert.Equal(3, failure.Reproduced);
    }

    [Theory]
    [InlineData("DIRTY-CLR-02", "always clears")]
    [InlineData("DIRTY-UNM-01", "no unmap that reports")]
    [InlineData("DIRTY-PIN-01", "no pins")]
    [InlineData("DIRTY-SCO-01", "one device")]
    [InlineData("DIRTY-LOG-04", "before it answers")]
    public void What_has_no_form_on_the_wire_is_said_not_to_apply_and_why(string requirement, string reason)
    {
        using var served = new ServedTarget("reference");
        var result = served.Judge(Area, 20);
        var found = Area.Requirements.All.Single(candidate => candidate.Id == requirement);
        Assert.Contains(reason, Area.Excludes(found, result.Capabilities)?.Reason, StringComparison.Ordinal);
        Assert.Equal(0ul, result.Evidence.Hits[found.Index]);
    }
}
