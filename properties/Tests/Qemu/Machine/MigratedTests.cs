using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Qemu.Migrating;
using IoSpec.Targets;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>QEMU's VT-d while its machine goes from process to process.</summary>
[Collection(QemuCollection.Name)]
public sealed class MigratedTests
{
    private static readonly IommuArea Area = new();

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void Nothing_new_is_found_when_the_machine_is_migrated()
    {
        QemuInstallation.Require();
        var part = TargetCatalogue.Find("qemu:migrate?of=vtd").For(Area.Types)!;
        var result = new Campaign(Area, new CampaignSettings { Seed = 1, Cases = 40, ShrinkEvaluations = 20 }, null)
            .RunHere(new TargetSource(part.Connection, NeedsWorker: false, part.Open));
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.True(result.Evidence.CasesRun == 40);
    }

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_machine_that_is_migrated_before_every_operation_translates_as_before()
    {
        QemuInstallation.Require();
        using var target = (MigratingTarget<IommuConfiguration, IommuOperation>)TargetCatalogue
            .Find("qemu:vtd?migrate=1").For(Area.Types)!.Open();
        var described = (IommuCapabilities)target.Capabilities!;
        var domain = described.Domains[0];
        var frame = described.Frames[0].Start;
        target.Reset(new IommuConfiguration(
            described.Traits, described.Devices, described.Domains, described.Frames,
            new IommuCache(Sets: 1, Ways: 1)));
        target.Apply(new IommuOperation.CreateDomain(domain));
        target.Apply(new IommuOperation.Attach(new RequesterId(0x28), null, domain));
        target.Apply(new IommuOperation.Map(
            domain, new Iova(0x5000), frame, new PageCount(1), Access.ReadWrite, PageSize.Size4K));
        var seen = (IommuObservation.Transferred)target.Apply(new IommuOperation.Dma(
            new RequesterId(0x28), null, AddressType.Untranslated, DmaKind.Write, false, new Iova(0x5010),
            new ByteCount(4)));
        Assert.Equal([new Piece(default, new ByteCount(4), PieceOutcome.Landed, frame.Plus(0x10))], seen.Pieces);
    }

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_machine_that_cannot_be_migrated_says_why()
    {
        QemuInstallation.Require();
        var part = TargetCatalogue.Find("qemu:migrate?of=amdvi").For(Area.Types)!;
        var error = Assert.Throws<TargetUnavailableException>(() => part.Open());
        Assert.Contains("non-migratable device 'amd-iommu'", error.Message, StringComparison.Ordinal);
    }
}
