using IoSpec.Areas.Zpci;
using IoSpec.Contracts.Zpci;
using IoSpec.Engine;
using IoSpec.Qemu.Boards;
using IoSpec.Qemu.Zpci;
using IoSpec.Tests.Qemu.Machine;
using Xunit;

namespace IoSpec.Tests.Qemu.Zpci;

/// <summary>The PCI functions of an installed QEMU of s390x.</summary>
[Collection(QemuCollection.Name)]
public sealed class QemuZpciTests
{
    private const int MostOperations = 8;

    // What waivers explain, and the loss of which nothing is shown.
    private static readonly string[] Known =
        ["ZPCI-CLP-09", "ZPCI-FUN-01", "ZPCI-FUN-07", "ZPCI-ISM-10", "ZPCI-LIVE-01", "ZPCI-STB-02"];

    [SkippableFact]
    public void Of_a_function_nothing_is_found_but_what_is_known_and_everything_is_put_to_the_test()
    {
        QemuInstallation.Require(BoardCatalogue.S390);
        var settings = new CampaignSettings { Seed = 0x5eed, Cases = 160, Workers = 1 };
        var result = new Campaign(new ZpciArea(), settings, null)
            .RunHere(new TargetSource("", false, () => QemuZpciTarget.Start(MachineOptions.Of(BoardCatalogue.S390))));
        Assert.Empty(result.Failures.Where(failure => !Known.Contains(failure.Signature.Requirement))
            .Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.All(result.Failures, failure => Assert.InRange(failure.Operations.Count, 1, MostOperations));
        Assert.Empty(ZpciRequirements.Table.All
            .Where(requirement => result.Evidence.Hits[requirement.Index] == 0)
            .Where(requirement => new ZpciArea().Excludes(requirement, result.Capabilities) is null)
            .Select(requirement => requirement.Id));
    }

    [SkippableFact]
    public void A_batch_of_instructions_is_executed_to_its_end()
    {
        QemuInstallation.Require(BoardCatalogue.S390);
        const int count = 3000;
        using var target = QemuZpciTarget.Start(MachineOptions.Of(BoardCatalogue.S390));
        Assert.Equal(count, target.LoadAgain(count));
    }
}
