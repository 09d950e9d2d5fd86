using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using static IoSpec.Tests.Iommu.Steps;

namespace IoSpec.Tests.Iommu;

/// <summary>Lies about mappings, rights and domains.</summary>
internal static class MappingStories
{
    private static readonly IommuOperation[] Attached = [Create(One), Attach(Nic, One)];
    private static readonly IommuOperation[] Mapped = [.. Attached, Map(One, 0x1000, F)];

    public static readonly Story[] All =
    [
        new("IOMMU-MAP-01", Mapped, Write(Nic, 0x1234), Landed(F + 0x234), Blocked()),
        new("IOMMU-MAP-02", Mapped, Write(Nic, 0x2000), Blocked(), Landed(F)),
        new("IOMMU-MAP-03", [.. Mapped, Map(One, 0x2000, F + K4)], Write(Nic, 0x1000), Landed(F), Landed(F + K4)),
        new("IOMMU-MAP-04", Attached, Map(One, 0x1000, F), Ok, No(Refusal.OutOfResources)),
        new("IOMMU-MAP-05", [.. Attached, Map(One, 0x1000, F + K4), Map(One, 0x1000, F, 2)],
            Write(Nic, 0x2000), Blocked(), Landed(F + K4))
        {
            Traits = Traits with { Overlap = OverlapRule.Reject },
        },
        new("IOMMU-MAP-06", Mapped, Map(One, 0, F + K4, 2), No(Refusal.Overlap), Ok)
        {
            Traits = Traits with { Overlap = OverlapRule.Reject },
        },
        new("IOMMU-MAP-07", Attached, Map(One, 0x1800, F), No(Refusal.BadRange), Ok),
        new("IOMMU-MAP-07", Attached, Map(One, 0x1000, F, 1ul << 52), No(Refusal.BadRange), Ok),
        new("IOMMU-MAP-07", Attached, Map(One, 0xffff_ffff_f000, F, 2), No(Refusal.BadRange), Ok),
        new("IOMMU-MAP-07", Attached, Map(One, 0x1000, 0x1000), No(Refusal.BadRange), Ok),
        new("IOMMU-MAP-08", Attached, Map(One, 0x300_f000, F), No(Refusal.Reserved), Ok),
        new("IOMMU-UNM-01", Mapped, Unmap(One, 0x1000), Ok, No(Refusal.BadRange)),
        new("IOMMU-UNM-02", [.. Attached, Map(One, 0x1000, F, 3), Unmap(One, 0x2000), Flush(Steps.All)],
            Write(Nic, 0x3000), Landed(F + (2 * K4)), Blocked()),
        new("IOMMU-UNM-02", [.. Attached, Map(One, 0x1000, F, 3), Unmap(One, 0x2000), Flush(Steps.All)],
            Write(Nic, 0x3000), Landed(F + (2 * K4)), Landed(F)),
        new("IOMMU-UNM-03", [.. Attached, Map(One, 0x1000, F, 3)], Unmap(One, 0x2000), No(Refusal.PartOfMapping), Ok)
        {
            Traits = Traits with { PartialUnmap = PartialUnmapRule.Refuse },
        },
        new("IOMMU-PRM-01", [.. Attached, Map(One, 0x9000, F), Map(One, 0x1000, F, 1, Access.Read)],
            Write(Nic, 0x1000), Blocked(), Landed(F)),
        new("IOMMU-PRM-01", [.. Attached, Map(One, 0x9000, F), Map(One, 0x1000, F, 1, Access.Write)],
            Read(Nic, 0x1000), Blocked(), Landed(F)),
        new("IOMMU-PRM-02", [.. Mapped, Restrict(One, 0, PageSize.Size2M, Access.Read), Flush(Steps.All)],
            Write(Nic, 0x1000), Blocked(), Landed(F)),
        new("IOMMU-PRM-03",
            [.. Attached, Map(One, 0x9000, F), Map(One, 0x1000, F, 3, Access.Read), Unmap(One, 0x2000)],
            Write(Nic, 0x1000), Blocked(), Landed(F)),
        new("IOMMU-PRM-04", Mapped, Protect(One, 0x1000, 1, Access.Read), Ok, No(Refusal.BadRights)),
        new("IOMMU-PRM-04", Mapped, Restrict(One, 0, PageSize.Size1G, Access.Read), Ok, No(Refusal.BadRights)),
        new("IOMMU-ATT-01",
            [.. Attached, Map(One, 0x9000, F), new IommuOperation.Detach(Nic, null), Flush(Steps.All)],
            Write(Nic, 0x1000), Blocked(), Landed(F)),
        new("IOMMU-ATT-02", [.. Attached, Map(One, 0x9000, F), Create(Two), Map(Two, 0x1000, F)],
            Write(Nic, 0x1000), Blocked(), Landed(F)),
        new("IOMMU-ATT-03", [Create(One)], Attach(Nic, One), Ok, No(Refusal.NoSuchDomain)),
        new("IOMMU-ATT-03", Attached, new IommuOperation.Detach(Nic, null), Ok, No(Refusal.DomainInUse)),
        new("IOMMU-ATT-04", [new IommuOperation.Bypass(Nic)], Write(Nic, F + 8), Landed(F + 8), Blocked()),
        new("IOMMU-DOM-01",
            [Create(One), Map(One, 0x1000, F), new IommuOperation.DestroyDomain(One), .. Attached, Flush(Steps.All)],
            Write(Nic, 0x1000), Blocked(), Landed(F)),
        new("IOMMU-DOM-02", [], Create(One), Ok, No(Refusal.OutOfResources)),
        new("IOMMU-DOM-03", Attached, new IommuOperation.DestroyDomain(One), No(Refusal.DomainInUse), Ok),
        new("IOMMU-DOM-04", [], Map(Three, 0x1000, F), No(Refusal.NoSuchDomain), Ok),
        new("IOMMU-DOM-04", [Create(One)], Attach(new RequesterId(0x99), One), No(Refusal.NoSuchRequester), Ok),
        new("IOMMU-ADR-01", Mapped, Write(Nic, (1ul << 48) + 0x1000), Blocked(), Landed(F)),
    ];
}
