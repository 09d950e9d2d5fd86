using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Iommu;
using IoSpec.Qemu.Vtd;
using Xunit;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>Every master reaches what is mapped, nothing else, and is told apart in fault records.</summary>
[Collection(QemuCollection.Name)]
public sealed class MasterTests(MasterTests.Machine machine) : IClassFixture<MasterTests.Machine>
{
    private const ulong At = 0x1_2000;
    private static readonly DomainId Blue = new(1);
    private static readonly DomainId Red = new(2);

    public static TheoryData<uint, DmaKind, PieceOutcome> Masters { get; } = new()
    {
        { 0x28, DmaKind.Write, PieceOutcome.Landed },
        { 0x29, DmaKind.Write, PieceOutcome.Landed },
        { 0x8200, DmaKind.Write, PieceOutcome.Landed },
        { 0x200, DmaKind.Write, PieceOutcome.Landed },
        { 0x200, DmaKind.Read, PieceOutcome.Unseen },
        { 0x38, DmaKind.Write, PieceOutcome.Landed },
        { 0x38, DmaKind.Read, PieceOutcome.Landed },
    };

    [SkippableTheory]
    [MemberData(nameof(Masters))]
    public void An_access_goes_where_the_tables_of_its_own_domain_say(uint id, DmaKind kind, PieceOutcome outcome)
    {
        var (target, frame, other) = Begin(id);
        var seen = Dma(target, id, kind, At + 0x100, 32);
        var expected = outcome == PieceOutcome.Landed ? frame.Plus(0x100) : default;
        Assert.Equal([new Piece(default, new ByteCount(32), outcome, expected)], seen);
        target.Apply(new Attach(new RequesterId(id), null, Red));
        target.Apply(new Invalidate(new InvalidationScope.OfRequester(new RequesterId(id))));
        target.Apply(new Invalidate(new InvalidationScope.OfDomain(Blue)));
        seen = Dma(target, id, kind, At + 0x100, 32);
        expected = outcome == PieceOutcome.Landed ? other.Plus(0x100) : default;
        Assert.Equal([new Piece(default, new ByteCount(32), outcome, expected)], seen);
        AssertFaults(target);
    }

    [SkippableTheory]
    [MemberData(nameof(Masters))]
    public void An_access_to_what_is_not_mapped_reaches_nothing_and_is_recorded(
        uint id, DmaKind kind, PieceOutcome outcome)
    {
        var (target, _, _) = Begin(id);
        var piece = Assert.Single(Dma(target, id, kind, At + 0x1000, 32));
        Assert.Equal(outcome == PieceOutcome.Unseen ? outcome : PieceOutcome.Blocked, piece.Outcome);
        var wanted = kind == DmaKind.Write ? Access.Write : Access.Read;
        AssertFaults(target, new FaultRecord(
            new RequesterId(id), new Iova(At + 0x1000), wanted, FaultReason.NotPermitted, null));
        target.Apply(new ClearFaults());
        AssertFaults(target);
    }

    [SkippableTheory]
    [InlineData(0x28u)]
    [InlineData(0x200u)]
    public void A_write_over_two_pages_lands_in_two_places(uint id)
    {
        var (target, frame, other) = Begin(id);
        target.Apply(new Map(Blue, new Iova(At + 0x1000), other, new PageCount(1), Access.Write, PageSize.Size4K));
        Assert.Equal(
            [
                new Piece(default, new ByteCount(128), PieceOutcome.Landed, frame.Plus(0xf80)),
                new Piece(new ByteCount(128), new ByteCount(128), PieceOutcome.Landed, other),
            ],
            Dma(target, id, DmaKind.Write, At + 0xf80, 256));
    }

    [SkippableFact]
    public void What_nobody_can_do_is_unsupported_and_nobody_is_refused()
    {
        var (target, _, _) = Begin(0x28);
        var write = new IommuOperation.Dma(
            new RequesterId(0x28), null, AddressType.Untranslated, DmaKind.Write, Privileged: false, new Iova(At),
            new ByteCount(4));
        Assert.IsType<Unsupported>(target.Apply(write with { Kind = DmaKind.Read }));
        Assert.IsType<Unsupported>(target.Apply(write with { Pasid = new Pasid(1) }));
        Assert.IsType<Unsupported>(target.Apply(write with { Privileged = true }));
        Assert.IsType<Unsupported>(target.Apply(write with { AddressType = AddressType.Translated }));
        Assert.IsType<IommuObservation.Refused>(target.Apply(write with { Requester = new RequesterId(0x30) }));
        Assert.Empty(((IommuObservation.Transferred)target.Apply(write with { Length = default })).Pieces);
    }

    private (QemuIommuTarget Target, Gpa Frame, Gpa Other) Begin(uint id)
    {
        QemuInstallation.Require();
        var target = machine.Target.Value;
        var configuration = QemuInstallation.ConfigurationOf(target);
        var (frame, other) = (configuration.Frames[0].Start, configuration.Frames[1].Start.Plus(0x5000));
        target.Reset(configuration);
        foreach (var (domain, to) in new[] { (Blue, frame), (Red, other) })
        {
            target.Apply(new CreateDomain(domain));
            target.Apply(new Map(domain, new Iova(At), to, new PageCount(1), Access.ReadWrite, PageSize.Size4K));
        }

        target.Apply(new Attach(new RequesterId(id), null, Blue));
        return (target, frame, other);
    }

    private static ValueList<Piece> Dma(QemuIommuTarget target, uint id, DmaKind kind, ulong at, ulong length) =>
        Assert.IsType<IommuObservation.Transferred>(target.Apply(new IommuOperation.Dma(
            new RequesterId(id), null, AddressType.Untranslated, kind, Privileged: false, new Iova(at),
            new ByteCount(length)))).Pieces;

    private static void AssertFaults(QemuIommuTarget target, params FaultRecord[] records) =>
        Assert.Equal(new IommuObservation.Faults([.. records], Overflow: false), target.Apply(new ReadFaults()));

    /// <summary>One machine for all of them.</summary>
    public sealed class Machine : IDisposable
    {
        public Lazy<QemuIommuTarget> Target { get; } = new(() => VtdTarget.Start(VtdOptions.Default));

        public void Dispose()
        {
            if (Target.IsValueCreated) Target.Value.Dispose();
        }
    }
}
