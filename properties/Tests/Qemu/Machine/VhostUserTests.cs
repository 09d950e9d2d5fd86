using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.BackEnds;
using IoSpec.Qemu.Boards;
using IoSpec.VhostUser;
using Xunit;
using Options = System.Collections.Generic.List<System.Collections.Generic.KeyValuePair<string, string>>;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>QEMU as a vhost-user front end of devices behind an IOMMU.</summary>
[Collection(QemuCollection.Name)]
public sealed class VhostUserTests
{
    private const long Cases = 60;
    private const int Evaluations = 40;

    private static readonly DomainId Blue = new(1);
    private static readonly Iova At = new(0x1_2000);

    [SkippableTheory]
    [Trait("Category", "Slow")]
    [InlineData("rights", "asked")]
    [InlineData("caching-mode", "on")]
    public void Nothing_but_what_is_known_is_found(string option, string value)
    {
        var target = Target(new Options { new(option, value) }, () => new Iotlb());
        IommuCampaign.AssertNothingNew(target, IommuCampaign.Run(target, Cases, Evaluations));
    }

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_device_that_does_not_hear_the_end_of_translations_is_found_out()
    {
        var result = IommuCampaign.Run(Target([], () => new Deaf()), cases: 4, evaluations: 4);
        Assert.Contains(
            result.Failures,
            failure => failure.Signature.ToString().EndsWith("/stale", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData(0x28u)]
    [InlineData(0x29u)]
    [InlineData(0x38u)]
    [InlineData(0x200u)]
    [InlineData(0x8200u)]
    public void A_translation_is_used_until_its_end_is_told(uint id)
    {
        var driven = Target([], () => new Iotlb());
        QemuInstallation.Require(driven.Board);
        using var target = driven.Start();
        var configuration = QemuInstallation.ConfigurationOf(target);
        var (frame, requester) = (configuration.Frames[0].Start, new RequesterId(id));
        target.Reset(configuration);
        target.Apply(new IommuOperation.CreateDomain(Blue));
        target.Apply(new IommuOperation.Map(
            Blue, At, frame, new PageCount(2), Access.ReadWrite, PageSize.Size4K));
        Assert.Equal(PieceOutcome.Blocked, Dma(DmaKind.Write, 8)[0].Outcome);
        target.Apply(new IommuOperation.ClearFaults());
        target.Apply(new IommuOperation.Attach(requester, null, Blue));
        foreach (var kind in new[] { DmaKind.Read, DmaKind.Write })
        {
            Assert.Equal(
                [new Piece(default, new ByteCount(4096), PieceOutcome.Landed, frame)], Dma(kind, 4096));
        }

        target.Apply(new IommuOperation.Unmap(Blue, At, new PageCount(1)));
        Assert.Equal(PieceOutcome.Landed, Dma(DmaKind.Read, 8)[0].Outcome);
        target.Apply(new IommuOperation.Invalidate(new InvalidationScope.OfPages(Blue, At, new PageCount(1), true)));
        Assert.Equal(PieceOutcome.Blocked, Dma(DmaKind.Read, 8)[0].Outcome);
        var faults = Assert.IsType<IommuObservation.Faults>(target.Apply(new IommuOperation.ReadFaults()));
        Assert.Equal((requester, At), (faults.Records[0].Requester, faults.Records[0].Page));

        ValueList<Piece> Dma(DmaKind kind, ulong length) => Assert.IsType<IommuObservation.Transferred>(
            target.Apply(new IommuOperation.Dma(
                requester, null, AddressType.Untranslated, kind, false, At, new ByteCount(length)))).Pieces;
    }

    [Fact]
    public void An_option_that_does_not_exist_is_told_with_those_that_do()
    {
        var wrong = Assert.Throws<TargetUnavailableException>(
            () => BackEndTarget.From(new Options { new("iommu", "none") }));
        Assert.Equal(
            "qemu:vhost-user has no option 'iommu=none'; it has iommu=vtd", wrong.Message);
    }

    private static DrivenTarget Target(Options options, Func<IIotlb> translations) =>
        new(BackEndTarget.Name, BoardCatalogue.Q35, BackEndTarget.From(options, translations));

    /// <summary>A device that does not hear when translations end.</summary>
    private sealed class Deaf : IIotlb
    {
        private readonly Iotlb _inner = new();

        public ByteCount Find(Iova at, Access wanted, out Hva to) => _inner.Find(at, wanted, out to);

        public void Update(IotlbEntry entry) => _inner.Update(entry);

        public void Invalidate(IovaRange range)
        {
        }

        public void Clear() => _inner.Clear();
    }
}
