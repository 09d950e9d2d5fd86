using IoSpec.Areas.Pasids;
using IoSpec.Contracts.Pasids;
using IoSpec.Core.Pasids;
using IoSpec.Engine;
using IoSpec.Qemu.Pasids;
using IoSpec.Qemu.Riscv;
using IoSpec.Tests.Qemu.Machine;
using Xunit;

namespace IoSpec.Tests.Qemu.Pasids;

/// <summary>PASIDs in the tables of an installed QEMU's RISC-V IOMMU.</summary>
public sealed class EnforcedPasidTests
{
    private const int MostOperations = 8;

    private static readonly string[] Known =
    [
        "PASID-ENF-01", "PASID-ENF-05", "PASID-ENF-08", "PASID-ENF-09", "PASID-ENF-11", "PASID-ENF-13", "PASID-ENF-16",
    ];

    [SkippableFact]
    public void Of_a_RISC_V_unit_nothing_is_found_but_what_is_known()
    {
        QemuInstallation.Require(RiscvOptions.Default.Board);
        var settings = new CampaignSettings { Seed = 0x5eed, Cases = 96, Workers = 1 };
        var area = new PasidArea();
        var result = new Campaign(area, settings, null).RunHere(new TargetSource(
            "", false, () => new EnforcedPasidTarget(
                new OptimizedPasid(), () => RiscvPasidUnit.Start(RiscvOptions.Default))));
        Assert.Empty(result.Failures.Select(failure => failure.Signature.Requirement)
            .Except(Known, StringComparer.Ordinal));
        Assert.All(result.Failures, failure => Assert.InRange(failure.Operations.Count, 1, MostOperations));
        Assert.Empty(PasidRequirements.Table.All
            .Where(requirement => result.Evidence.Hits[requirement.Index] == 0)
            .Where(requirement => area.Excludes(requirement, result.Capabilities) is null)
            .Select(requirement => requirement.Id));
    }
}
