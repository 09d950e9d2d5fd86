using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Areas.Iommu.Sharing;

/// <summary>What threads share: places in two domains, and the time, which the writer counts.</summary>
internal sealed class SharedWorld
{
    private const int Domains = 2;
    private const int SmallPlaces = 48;
    private const int LargePlaces = 2;
    private const ulong FirstPage = 0x4_0000;
    private const ulong LargePages = 1 << SharedVersions.FrameShift;

    private long _time = 1;

    /// <summary>Where the frames begin.</summary>
    public static Gpa FirstFrame { get; } = new(1ul << 32);

    /// <summary>What holds: everything may be cached until it is invalidated.</summary>
    public static IommuConfiguration Configuration { get; } = new(
        new IommuTraits(
            AddressWidth: 48,
            Leaves: LeafSizes.Size4K | LeafSizes.Size2M,
            MapSync: SyncRule.None,
            UnmapSync: SyncRule.Required,
            NegativeCaching: false,
            Scopes: InvalidationScopes.Everything | InvalidationScopes.Domain | InvalidationScopes.Pages,
            Overlap: OverlapRule.Reject,
            PartialUnmap: PartialUnmapRule.Split,
            WriteImpliesRead: false,
            TableRights: false,
            OverInvalidation: OverInvalidation.Free,
            Features: IommuFeatures.QueuedInvalidation,
            Faults: new FaultReporting(0, FaultMerging.Alike, ShowsOverflow: false),
            MostDomains: Domains,
            MostMappings: SmallPlaces + LargePlaces,
            Reserved: []),
        [.. Enumerable.Range(0, Domains).Select(i => new IommuDevice(
            new RequesterId((uint)i + 8), DmaKinds.All, new ByteCount(1), new ByteCount(1), new ByteCount(Page.Bytes),
            CrossesPages: true, ShowsReads: true, NeedsDomain: false))],
        [.. Enumerable.Range(0, Domains).Select(i => new DomainId((uint)i))],
        [new FrameRegion(FirstFrame, new PageCount((ulong)SharedVersions.Count << SharedVersions.FrameShift))],
        new IommuCache(Sets: 16, Ways: 4));

    /// <summary>The places.</summary>
    public SharedPlace[] Places { get; } = [.. Enumerable.Range(0, Domains).SelectMany(PlacesOf)];

    /// <summary>What was ever mapped.</summary>
    public SharedVersions Versions { get; } = new();

    /// <summary>The time: how often the writer has begun or ended something.</summary>
    public long Time => Volatile.Read(ref _time);

    /// <summary>The time that will be next; what is recorded with it is seen by everyone who sees it.</summary>
    public long Next => _time + 1;

    /// <summary>Lets the time go on.</summary>
    public void Tick() => Volatile.Write(ref _time, _time + 1);

    /// <summary>The requester that is attached to a domain.</summary>
    public static RequesterId RequesterOf(DomainId domain) => Configuration.Devices[(int)domain.Value].Requester;

    // The small places of both domains have the same addresses, some of them in the same set.
    private static IEnumerable<SharedPlace> PlacesOf(int domain)
    {
        var id = new DomainId((uint)domain);
        var small = Enumerable.Range(0, SmallPlaces).Select(i => (Page: FirstPage + ((ulong)i * 3), Pages: 1ul));
        var large = Enumerable.Range(1, LargePlaces)
            .Select(i => (Page: FirstPage + ((ulong)i * LargePages), Pages: LargePages));
        return small.Concat(large).Select(place =>
            new SharedPlace(id, new Iova(place.Page << Page.Shift), new PageCount(place.Pages)));
    }
}
