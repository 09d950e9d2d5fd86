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
    public void What_four_devices_write_is_reported_and_every_requirement_that_applies_is_tested()
    {
        QemuInstallation.Require();
        var part = TargetCatalogue.Find("qemu:vtd").For(Area.Types)!;
        var result = new Campaign(Area, new CampaignSettings { Seed = 1, Cases = 200 }, null)
            .RunHere(new TargetSource(part.Connection, NeedsWorker: false, part.Open));
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Empty(ServedTarget.Untested(Area, result));
    }
}
