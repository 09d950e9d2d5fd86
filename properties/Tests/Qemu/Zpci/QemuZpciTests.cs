using IoSpec.Areas.Zpci;
using IoSpec.Contracts;
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
    public void What_is_seen_of_operations_does_not_depend_on_how_many_are_in_a_batch()
    {
        QemuInstallation.Require(BoardCatalogue.S390);
        ZpciOperation[] operations =
        [
            new ZpciOperation.Enable(HandleChoice.Current, 1), new ZpciOperation.List(), Store,
            new ZpciOperation.Copy(new BarOffset(8), ZpciGuest.First, new ByteCount(8)),
            Load(HandleChoice.Current), Load(HandleChoice.Former),
            new ZpciOperation.Disable(HandleChoice.Current), Load(HandleChoice.Former),
            new ZpciOperation.Disable(HandleChoice.Current), new ZpciOperation.Query(HandleChoice.Former),
            new ZpciOperation.BadRequest(RequestDefect.TooShort), new ZpciOperation.Enable(HandleChoice.Current, 1),
            Load(HandleChoice.Current), new ZpciOperation.StoreControls(HandleChoice.Current, 0, false),
        ];
        using var target = QemuZpciTarget.Start(MachineOptions.Of(BoardCatalogue.S390));
        var configuration = new ZpciConfiguration(((ZpciCapabilities)target.Capabilities).Traits);
        target.Reset(configuration);
        var together = new Observation[operations.Length];
        target.ApplyAll(operations, together);
        target.Reset(configuration);
        Assert.Equal([.. operations.Select(target.Apply)], together);
    }

    [SkippableFact]
    public void A_batch_of_instructions_is_executed_to_its_end()
    {
        QemuInstallation.Require(BoardCatalogue.S390);
        const int count = 3000;
        using var target = QemuZpciTarget.Start(MachineOptions.Of(BoardCatalogue.S390));
        Assert.Equal(count, target.LoadAgain(count));
    }

    private static ZpciOperation.Store Store { get; } =
        new(HandleChoice.Current, 2, new BarOffset(8), ZpciGuest.First, new ByteCount(8));

    private static ZpciOperation.Load Load(HandleChoice handle) => new(handle, 2, new BarOffset(8), new ByteCount(8));
}
