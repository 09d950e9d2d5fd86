using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using static IoSpec.Contracts.Iommu.IommuObservation;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Support;

/// <summary>One of everything that the area <c>iommu</c> can say, written by hand.</summary>
internal static class IommuSamples
{
    private static readonly RequesterId Nic = new(0x00010203);
    private static readonly RequesterId Disk = new(0x18);
    private static readonly DomainId Blue = new(1);
    private static readonly DomainId Red = new(0xffff);

    /// <summary>The types of the area.</summary>
    public static AreaTypes Types { get; } =
        new(typeof(IommuConfiguration), typeof(IommuOperation), typeof(IommuObservation));

    /// <summary>Traits with every feature.</summary>
    public static IommuTraits Traits { get; } = new(
        AddressWidth: 48,
        Leaves: LeafSizes.Size4K | LeafSizes.Size2M,
        MapSync: SyncRule.None,
        UnmapSync: SyncRule.Required,
        NegativeCaching: false,
        Scopes: InvalidationScopes.Everything | InvalidationScopes.Domain | InvalidationScopes.Pages
            | InvalidationScopes.Requester,
        Overlap: OverlapRule.Reject,
        PartialUnmap: PartialUnmapRule.Split,
        WriteImpliesRead: false,
        TableRights: true,
        OverInvalidation: OverInvalidation.Free,
        Features: IommuFeatures.Bypass | IommuFeatures.Pasid | IommuFeatures.Interrupts
            | IommuFeatures.QueuedInvalidation,
        Faults: new FaultReporting(4, FaultMerging.SameRequester, ShowsOverflow: true),
        MostDomains: 2,
        MostMappings: 16,
        Reserved: [new IovaRange(new Iova(0xfee00000), new Iova(0xfeefffff))]);

    /// <summary>A configuration with two devices and two regions of memory.</summary>
    public static IommuConfiguration Configuration { get; } = new(
        Traits,
        [
            new IommuDevice(
                Nic, DmaKinds.All, new ByteCount(1), new ByteCount(1), new ByteCount(8192),
                CrossesPages: true, ShowsReads: true, NeedsDomain: false),
            new IommuDevice(
                Disk, DmaKinds.Read | DmaKinds.Write, new ByteCount(512), new ByteCount(512), new ByteCount(4096),
                CrossesPages: false, ShowsReads: false, NeedsDomain: true),
        ],
        [Blue, Red],
        [
            new FrameRegion(new Gpa(0x40000000), new PageCount(48)),
            new FrameRegion(new Gpa(0x80000000), new PageCount(512)),
        ],
        new IommuCache(Sets: 1, Ways: 4));

    /// <summary>What a real target would say that it can do.</summary>
    public static IommuCapabilities Capabilities { get; } = new(
        Traits,
        Configuration.Devices,
        Configuration.Domains,
        Configuration.Frames,
        [new MissingFeature(IommuFeatures.Ats, "ECAP.DT is 0")],
        [new MissingFeature(IommuFeatures.Privilege, "no master can mark a request as privileged")]);

    /// <summary>Every kind of operation, most of them once.</summary>
    public static ValueList<Operation> Operations { get; } =
    [
        new CreateDomain(Blue),
        new Attach(Nic, null, Blue),
        new Attach(Nic, new Pasid(0xfffff), Red),
        new Map(
            Blue, new Iova(0x200000), new Gpa(0x80000000), new PageCount(512), Access.ReadWrite, PageSize.Size2M),
        new IommuOperation.Dma(
            Nic, null, AddressType.Untranslated, DmaKind.Write, false, new Iova(0x2ffff0), new ByteCount(32)),
        new IommuOperation.Dma(
            Nic, new Pasid(0), AddressType.TranslationRequest, DmaKind.Execute, true, new Iova(ulong.MaxValue),
            new ByteCount(0)),
        new Protect(Blue, new Iova(0x200000), new PageCount(1), Access.Read),
        new Restrict(Blue, new Iova(0), PageSize.Size1G, Access.Write),
        new Unmap(Blue, new Iova(0x201000), new PageCount(ulong.MaxValue)),
        new Invalidate(new InvalidationScope.OfPages(Blue, new Iova(0x200000), new PageCount(2), LeafOnly: true)),
        new SubmitInvalidation(new InvalidationScope.OfDomain(Red)),
        new SubmitInvalidation(new InvalidationScope.OfRequester(Disk)),
        new AwaitInvalidations(),
        new Invalidate(new InvalidationScope.Everything()),
        new Interrupt(Disk, new Iova(0xfee00000), 0x4041),
        new Bypass(Disk),
        new ReadFaults(),
        new ClearFaults(),
        new Detach(Nic, null),
        new DestroyDomain(Blue),
        new Reset(),
    ];

    /// <summary>Every kind of observation, not the answers to the operations.</summary>
    public static ValueList<Observation> Observations { get; } =
    [
        Done.Instance,
        new Refused(Refusal.PartOfMapping),
        new Transferred(
        [
            new Piece(new ByteCount(0), new ByteCount(16), PieceOutcome.Landed, new Gpa(0x800ffff0)),
            new Piece(new ByteCount(16), new ByteCount(16), PieceOutcome.Blocked, new Gpa(0)),
        ]),
        new Transferred([]),
        new Interrupted(Delivered: true),
        new Faults(
        [
            new FaultRecord(Nic, new Iova(0x300000), Access.Write, FaultReason.NotPermitted, null),
            new FaultRecord(Nic, new Iova(0x1000), Access.Read, FaultReason.NotAttached, new Pasid(7)),
        ], Overflow: true),
        new Unsupported("no queue: \"register based\" only"),
        new Lost(Loss.Crashed, "signal 11\n\u001b[31mstack: é"),
    ];

    /// <summary>A failure with all of it.</summary>
    public static Scenario Scenario { get; } = new(
        Suite: "0.1.0",
        Area: IommuRequirements.Area,
        Target: "reference",
        Requirement: "IOMMU-INV-01",
        Signature: "IOMMU-INV-01/pieces[0].at/dma/stale",
        Verdict: "FAIL",
        Minimal: true,
        Seed: 0x0123_4567_89ab_cdef,
        Case: 41,
        Before: 2,
        Configuration: Configuration,
        Operations: Operations,
        Seen: Observations,
        Allowed: "a fault, or what is mapped now");

    /// <summary>The types of an area by its id, as the codec asks for them.</summary>
    /// <param name="area">The id.</param>
    /// <returns>The types; null if there is no such area.</returns>
    public static AreaTypes? TypesOf(string area) => area == IommuRequirements.Area ? Types : null;
}
