using IoSpec.Areas.Pasids;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;
using IoSpec.Qemu.Boards;
using IoSpec.Qemu.Pasids;
using IoSpec.Tests.Qemu.Machine;
using Xunit;

namespace IoSpec.Tests.Qemu.Pasids;

/// <summary>The configuration spaces of an installed QEMU.</summary>
public sealed class QemuConfigTests
{
    private const int MostOperations = 3;
    private static readonly string[] Known = ["PASID-REG-11", "PASID-RST-01"];

    [Fact]
    public void Devices_of_the_bus_are_read_from_the_help()
    {
        const string help = """
            Network devices:
            name "igb", bus PCI, desc "Intel 82576 Gigabit Ethernet Controller"
            name "virtio-net-device", bus virtio-bus
            name "e1000e", bus PCI, desc "Intel 82574L GbE Controller"
            name "igb", bus PCI, desc "again"
            """;
        Assert.Equal(["igb", "e1000e"], DeviceModels.Parse(help));
    }

    [SkippableFact]
    public void A_network_device_with_virtual_functions_conforms() => Conforms(QemuConfigTarget.Igb);

    [SkippableFact]
    public void A_disk_with_virtual_functions_conforms() => Conforms(QemuConfigTarget.Nvme);

    [SkippableFact]
    public void Of_virtio_devices_with_translations_nothing_is_found_but_what_is_known()
    {
        var result = Run(QemuConfigTarget.VirtioAts);
        Assert.Empty(result.Failures.Select(failure => failure.Signature.Requirement)
            .Except(Known, StringComparer.Ordinal));
        Assert.All(result.Failures, failure => Assert.InRange(failure.Operations.Count, 1, MostOperations));
    }

    private static void Conforms(Func<MachineOptions, QemuConfigTarget> start)
    {
        var result = Run(start);
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Empty(PasidRequirements.Table.All
            .Where(requirement => result.Evidence.Hits[requirement.Index] == 0)
            .Where(requirement => new PasidArea().Excludes(requirement, result.Capabilities) is null)
            .Select(requirement => requirement.Id));
    }

    private static CampaignResult Run(Func<MachineOptions, QemuConfigTarget> start)
    {
        QemuInstallation.Require();
        var options = MachineOptions.Of(BoardCatalogue.Q35);
        var settings = new CampaignSettings { Seed = 0x5eed, Cases = 24, Workers = 1 };
        return new Campaign(new PasidArea(), settings, null).RunHere(new TargetSource("", false, () => start(options)));
    }
}
