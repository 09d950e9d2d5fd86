using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using static IoSpec.Tests.Iommu.Steps;

namespace IoSpec.Tests.Iommu;

/// <summary>Lies about pieces of accesses, fault records, interrupts, support, and memory nobody was given.</summary>
internal static class ReportStories
{
    private static readonly IommuOperation ReadFaults = new IommuOperation.ReadFaults();
    private static readonly IommuOperation[] Attached = [Create(One), Attach(Nic, One)];
    private static readonly IommuOperation[] Mapped = [.. Attached, Map(One, 0x1000, F)];
    private static readonly IommuOperation[] Faulted = [.. Attached, Write(Nic, 0x1234)];
    private static readonly FaultRecord Right = Record(Nic, 0x1000, Access.Write);

    public static readonly Story[] All =
    [
        new("IOMMU-DMA-01", [.. Mapped, Map(One, 0x2000, F + (2 * K4)), Map(One, 0x9000, F + K4)],
            Write(Nic, 0x1ffe), Across(F + (2 * K4)), Across(F + K4)),
        new("IOMMU-DMA-02", [.. Mapped, Map(One, 0x2000, F + K4)], Write(Nic, 0x1000), Landed(F),
            new IommuObservation.Transferred(
                [Piece(0, 4, PieceOutcome.Landed, F), Piece(0, 4, PieceOutcome.Stray, F + K4)])),
        new("IOMMU-FLT-01", Faulted, ReadFaults, Records(Right), Records()),
        new("IOMMU-FLT-02", Faulted, ReadFaults, Records(Right),
            Records(Right, Right with { Page = new Iova(0x2000) })),
        new("IOMMU-FLT-02", Faulted, ReadFaults, Records(Right), Records(Right, Right with { Requester = Disk })),
        new("IOMMU-FLT-02", Faulted, ReadFaults, Records(Right), Records(Right, Right with { Wanted = Access.Read })),
        new("IOMMU-FLT-02", Faulted, ReadFaults, Records(Right), Records(Right, Right with { Pasid = new Pasid(1) })),
        new("IOMMU-FLT-03", Mapped, ReadFaults, Records(), Records(Right)),
        new("IOMMU-FLT-03", Mapped, ReadFaults, Records(), new IommuObservation.Faults([], Overflow: true)),
        new("IOMMU-FLT-04", [.. Faulted, new IommuOperation.ClearFaults()], ReadFaults, Records(), Records(Right)),
        new("IOMMU-FLT-05", [.. Faulted, Write(Nic, 0x2000)], ReadFaults,
            new IommuObservation.Faults([Right], Overflow: true), Records(Right))
        {
            Traits = Traits with { Faults = new FaultReporting(1, FaultMerging.Alike, ShowsOverflow: true) },
        },
        new("IOMMU-FLT-06", Faulted, ReadFaults, Records(Right),
            Records(Right, Right with { Reason = FaultReason.BeyondWidth })),
        new("IOMMU-PAS-01", [.. Mapped, Create(Two), new IommuOperation.Attach(Nic, new Pasid(5), Two)],
            Write(Nic, 0x1000) with { Pasid = new Pasid(5) }, Blocked(), Landed(F)),
        new("IOMMU-IRQ-01", Attached, new IommuOperation.Interrupt(Nic, new Iova(0xfee0_0000), 0x41),
            new IommuObservation.Interrupted(true), new IommuObservation.Interrupted(false)),
        new("IOMMU-REF-01", [], Attach(Nic, One), No(Refusal.NoSuchDomain), No(Refusal.Overlap)),
        new("IOMMU-CAP-01", Attached, new IommuOperation.Reset(), Ok, new Unsupported("resets")),
        new("IOMMU-CAP-01", Attached, Map(One, 0x1000, F), Ok, new Unsupported("maps")) { IsCounted = false },
        new("IOMMU-CAP-01", Mapped, Write(Nic, 0x1000), Landed(F), new Unsupported("writes")) { IsCounted = false },
        new("IOMMU-CAP-01", Mapped, Read(Nic, 0x1000), Landed(F),
            new IommuObservation.Transferred([Piece(0, 4, PieceOutcome.Unseen, 0)]))
        {
            IsCounted = false,
        },
        new("IOMMU-LIVE-01", Attached, Map(One, 0x1000, F), Ok, new IommuObservation.Interrupted(true)),
        new("IOMMU-LIVE-01", Mapped, Write(Nic, 0x1000), Landed(F), Landed(F, length: 5)),
        new("IOMMU-LIVE-01", Mapped, Write(Nic, 0x1000), Landed(F), new Lost(Loss.Crashed, "signal 11")),
        new("IOMMU-LEAK-01", Faulted, ReadFaults, Records(Right), Records(Right, Record(Nic, F, Access.Write)))
        {
            Also = ["IOMMU-FLT-02"],
        },
        new("IOMMU-OWN-01", Mapped, Read(Nic, 0x1000), Landed(F), Landed(F + K4)) { Also = ["IOMMU-MAP-03"] },
        new("IOMMU-OWN-02", Mapped, Write(Nic, 0x1000), Landed(F), Landed(F + K4)) { Also = ["IOMMU-MAP-03"] },
    ];

    // Two bytes at the end of one page, two at the start of the next.
    private static Observation Across(ulong second) => new IommuObservation.Transferred(
        [Piece(0, 2, PieceOutcome.Landed, F + 0xffe), Piece(2, 2, PieceOutcome.Landed, second)]);
}
