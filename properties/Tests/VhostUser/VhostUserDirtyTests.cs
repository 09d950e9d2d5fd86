using IoSpec.Areas.Dirty;
using IoSpec.Areas.Virtio;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.VhostUser.FrontEnd;
using IoSpec.VhostUser.Log;
using Xunit;

namespace IoSpec.Tests.VhostUser;

/// <summary>The log of a back end at its socket is judged by what the back end is made to write.</summary>
public sealed class VhostUserDirtyTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private static readonly DirtyArea Area = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iospec-vhost-");

    private string Socket => Path.Combine(_folder.FullName, "s");

    [Theory]
    [InlineData(LogFault.None)]
    [InlineData(LogFault.MarksAfterUse)]
    [InlineData(LogFault.RestsAtTimes)]
    public void A_log_in_which_all_is_marked_in_time_is_not_accused(LogFault way)
    {
        var result = Run(way, cases: 60);
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Equal(60ul, result.Evidence.CasesRun);
        Assert.Empty(
            from requirement in Area.Requirements.All
            where requirement.Level == Level.Must && Area.Excludes(requirement, result.Capabilities) is null
            where result.Evidence.Hits[requirement.Index] == 0
            select requirement.Id);
    }

    [Theory]
    [InlineData(LogFault.NeverMarks, "DIRTY-LOG-01")]
    [InlineData(LogFault.MarksWithTheNext, "DIRTY-LOG-01")]
    [InlineData(LogFault.MarksFirstPages, "DIRTY-LOG-02")]
    [InlineData(LogFault.MarksThePageBehind, "DIRTY-LOG-01")]
    [InlineData(LogFault.MarksThePageBehind, "DIRTY-PRE-01")]
    [InlineData(LogFault.MarksByPlaceInFile, "DIRTY-LOG-01")]
    [InlineData(LogFault.MarksOnePageMore, "DIRTY-PRE-01")]
    [InlineData(LogFault.ForgetsTheStatus, "DIRTY-LOG-02")]
    [InlineData(LogFault.IgnoresTheOffset, "DIRTY-WIN-02")]
    [InlineData(LogFault.KeepsTheFirstLog, "DIRTY-STA-03")]
    [InlineData(LogFault.EmptiesTheLog, "DIRTY-STA-02")]
    [InlineData(LogFault.EmptiesTheLogWithMemory, "DIRTY-UNM-02")]
    [InlineData(LogFault.MarksOldMemory, "DIRTY-MAP-01")]
    public void What_it_does_wrong_is_found(LogFault fault, string requirement)
    {
        var failures = Run(fault, cases: 16).Failures;
        Assert.Contains(
            requirement, failures.Select(failure => failure.Signature.Requirement), StringComparer.Ordinal);
    }

    [Fact]
    public void A_back_end_without_a_log_is_no_target()
    {
        using var disk = new TestDisk(Socket, LogFault.HasNone);
        var refused = Assert.Throws<TargetUnavailableException>(Open);
        Assert.Contains("keeps no log", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_holds_something_else_is_no_target()
    {
        using var disk = new TestDisk(Socket, LogFault.HoldsOtherBytes);
        var refused = Assert.Throws<TargetUnavailableException>(Open);
        Assert.Contains("from sector 39936 on the disk is not full of", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?disk=steps", false, true)]
    [InlineData("?disk=bytes", true, false)]
    public void What_the_disk_holds_decides_in_which_area_it_is_judged(string options, bool isDevice, bool hasLog)
    {
        var plug = TargetCatalogue.Find($"vhost-user:{Socket}{options}");
        Assert.Equal(isDevice, plug.For(new VirtioArea().Types) is not null);
        Assert.Equal(hasLog, plug.For(Area.Types) is not null);
    }

    [Theory]
    [InlineData("device=source")]
    [InlineData("regions=one")]
    public void A_disk_of_steps_is_a_disk_with_regions(string option) => Assert.Throws<BadConnectionException>(
        () => TargetCatalogue.Find($"vhost-user:{Socket}?disk=steps&{option}"));

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private CampaignResult Run(LogFault fault, long cases)
    {
        using var disk = new TestDisk(Socket, fault);
        var settings = new CampaignSettings { Seed = 5, Cases = cases, ShrinkEvaluations = 8 };
        return new Campaign(Area, settings, null)
            .RunHere(new TargetSource("vhost-user", NeedsWorker: false, Open));
    }

    private VhostUserDirty Open() => new(
        new BackEndProgram(Socket, program: null), new TargetIdentity("disk", "1"), Limit);
}
