using IoSpec.Contracts.Iommu;
using static IoSpec.Tests.Iommu.Steps;

namespace IoSpec.Tests.Iommu;

/// <summary>Lies that a cache tells: what was removed and invalidated is used again.</summary>
internal static class CacheStories
{
    private static readonly IommuOperation[] Attached = [Create(One), Attach(Nic, One)];
    private static readonly IommuOperation[] Unmapped =
        [.. Attached, Map(One, 0x1000, F), Write(Nic, 0x1000), Unmap(One, 0x1000)];

    private static readonly IommuOperation[] Moved =
        [.. Attached, Map(One, 0x1000, F), Create(Two), Attach(Nic, Two)];

    public static readonly Story[] All =
    [
        Stale("IOMMU-INV-01", [.. Unmapped, Flush(Pages(One, 0x1000))]),
        Stale("IOMMU-INV-02", [.. Unmapped, Flush(Domain(One))]),
        Stale("IOMMU-INV-03", [.. Unmapped, Flush(Steps.All)]),
        Stale("IOMMU-INV-04", [.. Moved, Flush(Requester(Nic)), Flush(Domain(One))]),
        Stale("IOMMU-INV-04", [.. Moved, Flush(Steps.All)]),
        Stale("IOMMU-INV-05",
        [
            .. Unmapped, new IommuOperation.SubmitInvalidation(Pages(One, 0x1000)),
            new IommuOperation.AwaitInvalidations(),
        ]),
        Stale("IOMMU-INV-06", Unmapped) with { Traits = Traits with { UnmapSync = SyncRule.None } },
        new("IOMMU-INV-07",
            [
                .. Attached, Flush(Requester(Nic)), Write(Nic, 0x1000), Map(One, 0x1000, F), Flush(Pages(One, 0x1000)),
            ],
            Write(Nic, 0x1000), Landed(F), Blocked())
        {
            Traits = Traits with { NegativeCaching = true },
        },
        new("IOMMU-INV-08", [], Flush(Steps.All), Ok, No(Refusal.OutOfResources)),
        new("IOMMU-INV-08", [], new IommuOperation.AwaitInvalidations(), Ok, No(Refusal.OutOfResources)),
        Stale("IOMMU-RST-01",
            [.. Attached, Map(One, 0x1000, F), new IommuOperation.Reset(), .. Attached, Map(One, 0x9000, F)]),
        Stale("IOMMU-RST-01", [.. Attached, Map(One, 0x1000, F), new IommuOperation.Reset()])
            with { Also = ["IOMMU-OWN-02"] },
    ];

    private static Story Stale(string requirement, IommuOperation[] before) =>
        new(requirement, before, Write(Nic, 0x1000), Blocked(), Landed(F));
}
