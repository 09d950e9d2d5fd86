using IoSpec.Areas.Dirty;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tests.VfioUser;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>Dirty flags that QEMU's VT-d sets in first-stage tables, collected and cleared.</summary>
[Collection(QemuCollection.Name)]
public sealed class DirtyBitTests
{
    private static readonly DirtyArea Area = new();

    [SkippableFact]
    public void A_page_that_is_written_again_is_lost_where_its_accessed_flag_is_left_alone()
    {
        var lost = Run("qemu:vtd").Failures.Select(failure => $"{failure.Signature}");
        Assert.Contains("DIRTY-LOG-01/page/report/missing", lost, StringComparer.Ordinal);
        Assert.All(lost, signature => Assert.EndsWith("/page/report/missing", signature, StringComparison.Ordinal));
    }

    [SkippableFact]
    public void What_four_devices_write_is_reported_and_every_requirement_that_applies_is_tested()
    {
        var result = Run("qemu:vtd?clear=both");
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Empty(ServedTarget.Untested(Area, result));
    }

    private static CampaignResult Run(string connection)
    {
        QemuInstallation.Require();
        var part = TargetCatalogue.Find(connection).For(Area.Types)!;
        return new Campaign(Area, new CampaignSettings { Seed = 1, Cases = 200 }, null)
            .RunHere(new TargetSource(part.Connection, NeedsWorker: false, part.Open));
    }
}
