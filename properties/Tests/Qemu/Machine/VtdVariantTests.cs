using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Vtd;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>Other widths, caching mode, the other way of invalidation, the other way of reset.</summary>
[Collection(QemuCollection.Name)]
public sealed class VtdVariantTests
{
    private const long Cases = 100;
    private const int Evaluations = 200;

    [SkippableTheory]
    [InlineData("aw", "48")]
    [InlineData("caching-mode", "on")]
    [InlineData("invalidation", "register")]
    [InlineData("reset", "machine")]
    public void Nothing_but_what_is_known_is_found(string option, string value)
    {
        var target = DrivenTarget.Vtd(VtdOptions.From([new(option, value)]));
        IommuCampaign.AssertNothingNew(target, IommuCampaign.Run(target, Cases, Evaluations));
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void After_a_reset_nothing_is_mapped_attached_or_recorded(bool ofMachine)
    {
        using var target = QemuInstallation.Start(VtdOptions.From([new("reset", ofMachine ? "machine" : "driver")]));
        var configuration = QemuInstallation.ConfigurationOf(target);
        var (domain, requester) = (configuration.Domains[0], new RequesterId(0x28));
        target.Reset(configuration);
        target.Apply(new IommuOperation.CreateDomain(domain));
        target.Apply(new IommuOperation.Attach(requester, null, domain));
        target.Apply(new IommuOperation.Map(
            domain, new Iova(0), configuration.Frames[0].Start, new PageCount(1), Access.ReadWrite, PageSize.Size4K));
        Assert.Equal(PieceOutcome.Landed, Write());
        Assert.Equal(IommuObservation.Done.Instance, target.Apply(new IommuOperation.Reset()));
        Assert.Equal(new IommuObservation.Faults([], false), target.Apply(new IommuOperation.ReadFaults()));
        Assert.Equal(PieceOutcome.Blocked, Write());
        Assert.Equal(IommuObservation.Done.Instance, target.Apply(new IommuOperation.CreateDomain(domain)));
        target.Apply(new IommuOperation.Attach(requester, null, domain));
        target.Apply(new IommuOperation.Invalidate(new InvalidationScope.OfRequester(requester)));
        Assert.Equal(PieceOutcome.Blocked, Write());

        PieceOutcome Write() => ((IommuObservation.Transferred)target.Apply(new IommuOperation.Dma(
            requester, null, AddressType.Untranslated, DmaKind.Write, false, new Iova(0), new ByteCount(4)))).Pieces[0]
            .Outcome;
    }
}
