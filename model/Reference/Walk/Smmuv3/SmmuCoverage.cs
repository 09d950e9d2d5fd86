using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>Which cached entries a command ends.</summary>
/// <remarks>Source: SMMUv3 4.3 and 4.4. What is not certain to end is left.</remarks>
internal static class SmmuCoverage
{
    /// <summary>Whether a scope covers a configuration entry.</summary>
    public static bool CoversConfiguration(SmmuScope scope, in EntryUse use) => (scope, use.Kind) switch
    {
        (SmmuScope.Streams of, EntryKind.Register) => of.Bits == 32,
        (SmmuScope.Streams of, EntryKind.Directory) => HasStream(of, use) && !of.EntryOnly,
        (SmmuScope.Streams of, _) => HasStream(of, use),
        (SmmuScope.Contexts of, EntryKind.PasidDirectory) => HasContext(of, use) && !of.EntryOnly,
        (SmmuScope.Contexts of, EntryKind.Pasid) => HasContext(of, use),
        _ => false,
    };

    /// <summary>Whether a scope covers the descriptors for which stage 2 was walked, of both levels.</summary>
    public static bool CoversContext(SmmuScope scope, in EntryUse use) =>
        CoversConfiguration(
            scope, use with { Kind = EntryKind.PasidDirectory, Pasid = use.Pasid ?? new Pasid(0) });

    /// <summary>Whether a scope covers a table entry, apart from what it was combined with.</summary>
    public static bool CoversPage(SmmuScope scope, in EntryUse use, bool isLeaf) => scope switch
    {
        SmmuScope.Everything => true,
        SmmuScope.Machine of => of.Vmid == use.Domain,
        SmmuScope.First of => use.Stage == 1 && of.Vmid == use.Domain && (of.Asid is null || of.Asid == use.Space)
            && (of.Pages is not { } pages || Covers(pages, use, isLeaf)),
        SmmuScope.Second of => use.Stage == 2 && of.Vmid == use.Domain && Covers(of.Pages, use, isLeaf),
        _ => false,
    };

    /// <summary>Whether a scope covers all translations of stage 1 under a tag, combined ones too.</summary>
    public static bool CoversFirst(SmmuScope scope, uint vmid, uint? asid) => scope switch
    {
        SmmuScope.Everything => true,
        SmmuScope.Machine of => of.Vmid == vmid,
        SmmuScope.First { Pages: null } of => of.Vmid == vmid && (of.Asid is null || of.Asid == asid),
        _ => false,
    };

    private static bool HasStream(SmmuScope.Streams of, in EntryUse use) =>
        of.Bits >= 32 || of.Stream.Value >> of.Bits == use.Requester.Value >> of.Bits;

    private static bool HasContext(SmmuScope.Contexts of, in EntryUse use) =>
        of.Stream == use.Requester && (of.Substream is not { } substream || substream == use.Pasid);

    // A leaf is covered wherever it is touched, an entry above the leaves only by the page that was sought.
    private static bool Covers(TranslationPages pages, in EntryUse use, bool isLeaf)
    {
        if (pages.Granule != 0 && pages.Granule != use.Granule) return false;
        if (!isLeaf && pages.LeavesOnly) return false;
        if (pages.Level != 0 && (isLeaf ? use.Level != pages.Level : use.Level <= pages.Level)) return false;
        var bits = use.Granule + (isLeaf ? (use.Level - 1) * (use.Granule - 3) : 0);
        var inside = (1ul << bits) - 1;
        return pages.Addresses.Overlaps(
            new IovaRange(new Iova(use.At.Value & ~inside), new Iova(use.At.Value | inside)));
    }
}
