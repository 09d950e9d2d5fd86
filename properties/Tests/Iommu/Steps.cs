using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using static IoSpec.Contracts.Iommu.IommuObservation;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Iommu;

/// <summary>Short words for operations and observations, and the machine that the tests here are about.</summary>
internal static class Steps
{
    public const ulong K4 = Page.Bytes;

    /// <summary>The first page of memory; 40 single pages follow each other.</summary>
    public const ulong F = 0x5_5a00_3000;

    /// <summary>2 MiB-aligned memory, 4 MiB long.</summary>
    public const ulong Large = 0x6_6a20_0000;

    public static readonly RequesterId Nic = new(0x28);
    public static readonly RequesterId Disk = new(0x29);
    public static readonly DomainId One = new(1);
    public static readonly DomainId Two = new(2);
    public static readonly DomainId Three = new(3);
    public static readonly Observation Ok = Done.Instance;
    public static readonly InvalidationScope All = new InvalidationScope.Everything();

    /// <summary>An IOMMU that has everything and may serve what was removed until it is invalidated.</summary>
    public static IommuTraits Traits { get; } = new(
        AddressWidth: 48,
        Leaves: LeafSizes.Size4K | LeafSizes.Size2M,
        MapSync: SyncRule.None,
        UnmapSync: SyncRule.Required,
        NegativeCaching: false,
        Scopes: InvalidationScopes.Everything | InvalidationScopes.Domain | InvalidationScopes.Pages
            | InvalidationScopes.Requester,
        Overlap: OverlapRule.Replace,
        PartialUnmap: PartialUnmapRule.Split,
        WriteImpliesRead: false,
        TableRights: true,
        OverInvalidation: OverInvalidation.Free,
        Features: IommuFeatures.Bypass | IommuFeatures.Pasid | IommuFeatures.Interrupts
            | IommuFeatures.QueuedInvalidation,
        Faults: new FaultReporting(4, FaultMerging.Alike, ShowsOverflow: true),
        MostDomains: 3,
        MostMappings: 64,
        Reserved: [new IovaRange(new Iova(0x300_0000), new Iova(0x300_ffff))]);

    public static IommuConfiguration Machine(IommuTraits traits) => new(
        traits, [Device(Nic), Device(Disk)], [One, Two, Three],
        [new FrameRegion(new Gpa(F), new PageCount(40)), new FrameRegion(new Gpa(Large), new PageCount(1024))],
        new IommuCache(Sets: 1, Ways: 4));

    public static IommuOperation Create(DomainId domain) => new CreateDomain(domain);

    public static IommuOperation Attach(RequesterId requester, DomainId domain) => new Attach(requester, null, domain);

    public static IommuOperation Map(
        DomainId domain, ulong at, ulong to, ulong pages = 1, Access rights = Access.ReadWrite,
        PageSize largest = PageSize.Size2M) =>
        new Map(domain, new Iova(at), new Gpa(to), new PageCount(pages), rights, largest);

    public static IommuOperation Unmap(DomainId domain, ulong at, ulong pages = 1) =>
        new Unmap(domain, new Iova(at), new PageCount(pages));

    public static IommuOperation Protect(DomainId domain, ulong at, ulong pages, Access rights) =>
        new Protect(domain, new Iova(at), new PageCount(pages), rights);

    public static IommuOperation Restrict(DomainId domain, ulong at, PageSize span, Access rights) =>
        new Restrict(domain, new Iova(at), span, rights);

    public static IommuOperation Flush(InvalidationScope scope) => new Invalidate(scope);

    public static InvalidationScope Pages(DomainId domain, ulong at, ulong pages = 1) =>
        new InvalidationScope.OfPages(domain, new Iova(at), new PageCount(pages), LeafOnly: false);

    public static InvalidationScope Domain(DomainId domain) => new InvalidationScope.OfDomain(domain);

    public static InvalidationScope Requester(RequesterId requester) => new InvalidationScope.OfRequester(requester);

    public static IommuOperation.Dma Write(RequesterId requester, ulong at, ulong length = 4) =>
        Transfer(requester, DmaKind.Write, at, length);

    public static IommuOperation.Dma Read(RequesterId requester, ulong at, ulong length = 4) =>
        Transfer(requester, DmaKind.Read, at, length);

    public static IommuOperation.Dma Transfer(RequesterId requester, DmaKind kind, ulong at, ulong length) => new(
        requester, null, AddressType.Untranslated, kind, Privileged: false, new Iova(at), new ByteCount(length));

    public static Observation Landed(ulong at, ulong length = 4) =>
        new Transferred([Piece(0, length, PieceOutcome.Landed, at)]);

    public static Observation Blocked(ulong length = 4) =>
        new Transferred([Piece(0, length, PieceOutcome.Blocked, 0)]);

    public static Piece Piece(ulong offset, ulong length, PieceOutcome outcome, ulong at) =>
        new(new ByteCount(offset), new ByteCount(length), outcome, new Gpa(at));

    public static Observation No(Refusal reason) => new Refused(reason);

    public static FaultRecord Record(
        RequesterId requester, ulong page, Access wanted, FaultReason reason = FaultReason.NotPermitted) =>
        new(requester, new Iova(page), wanted, reason, null);

    public static Observation Records(params ReadOnlySpan<FaultRecord> records) => new Faults([.. records], false);

    private static IommuDevice Device(RequesterId requester) => new(
        requester, DmaKinds.All, new ByteCount(1), new ByteCount(1), new ByteCount(3 * K4), CrossesPages: true,
        ShowsReads: true, NeedsDomain: false);
}
