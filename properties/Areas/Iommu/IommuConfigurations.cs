using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Areas.Iommu;

/// <summary>
/// Configurations of the area <c>iommu</c>: tiny caches, few ids that differ in one bit each, no identity maps.
/// </summary>
public static class IommuConfigurations
{
    private static readonly ValueList<DomainId> Domains = [new(1), new(2), new(3), new(0x101)];

    // Where no case has input addresses: so an output address in a record is a leak, and never an input by chance.
    private static readonly ValueList<FrameRegion> Frames =
    [
        new(new Gpa(0x5_5a00_3000), new PageCount(40)),
        new(new Gpa(0x6_6a20_0000), new PageCount(1024)),
        new(new Gpa(0x7_4000_0000), new PageCount(2 << 18)),
    ];

    /// <summary>The configurations for a target.</summary>
    /// <param name="own">What the target is; null if it can be anything.</param>
    /// <returns>The generator.</returns>
    public static Gen<IommuConfiguration> For(IommuCapabilities? own) => own is null
        ? Anything
        : from cache in Caches
          select new IommuConfiguration(own.Traits, own.Devices, own.Domains, own.Frames, cache);

    private static Gen<IommuConfiguration> Anything { get; } =
        from traits in Traits
        from devices in Devices
        from cache in Caches
        select new IommuConfiguration(traits, devices, Domains, Frames, cache);

    private static Gen<IommuCache> Caches =>
        from sets in Gen.Elements(1, 1, 2, 4)
        from ways in Gen.Elements(1, 2, 4)
        select new IommuCache(sets, ways);

    private static Gen<ValueList<IommuDevice>> Devices =>
        from least in Gen.Elements(0x28u, 0x8u, 0x100u, 0xfffffeu)
        from top in Gen.Elements(8, 15, 16, 31)
        from reads in Gen.Elements(true, true, true, false)
        select (ValueList<IommuDevice>)
        [
            Device(least, reads), Device(least ^ 1, true), Device(least ^ (1u << top), true),
        ];

    private static Gen<SyncRules> Syncs => Gen.Elements(
        new SyncRules(SyncRule.None, SyncRule.Required, false),
        new SyncRules(SyncRule.None, SyncRule.Required, false),
        new SyncRules(SyncRule.None, SyncRule.Required, true),
        new SyncRules(SyncRule.Required, SyncRule.Required, true),
        new SyncRules(SyncRule.Fallible, SyncRule.Required, true),
        new SyncRules(SyncRule.None, SyncRule.None, false),
        new SyncRules(SyncRule.None, SyncRule.None, false));

    private static Gen<(OverlapRule Overlap, PartialUnmapRule Part)> Overlaps => Gen.Elements(
        (OverlapRule.Replace, PartialUnmapRule.Split),
        (OverlapRule.Replace, PartialUnmapRule.Split),
        (OverlapRule.Reject, PartialUnmapRule.Split),
        (OverlapRule.Reject, PartialUnmapRule.Refuse),
        (OverlapRule.Reject, PartialUnmapRule.Whole));

    private static Gen<FaultReporting> Reportings =>
        from records in Gen.Elements(1, 2, 4, 8, 0)
        from merging in Gen.Elements(FaultMerging.Alike, FaultMerging.SameRequester)
        from overflow in Gen.Elements(true, true, false)
        select new FaultReporting(records, merging, overflow);

    private static Gen<IommuTraits> Traits =>
        from width in Gen.Elements(39, 48, 57, 30, 64)
        from leaves in Gen.Elements(
            LeafSizes.Size4K,
            LeafSizes.Size4K | LeafSizes.Size2M,
            LeafSizes.Size4K | LeafSizes.Size2M | LeafSizes.Size1G)
        from sync in Syncs
        from overlap in Overlaps
        from implied in Gen.Elements(false, false, false, true)
        from tables in Gen.Elements(true, false)
        from features in Features
        from faults in Reportings
        from mostDomains in Gen.Elements(4, 2)
        from mostMappings in Gen.Elements(64, 64, 4)
        from reserved in Gen.Elements(true, false)
        select new IommuTraits(
            width, leaves, sync.Map, sync.Unmap, sync.Negative, Scopes, overlap.Overlap, overlap.Part, implied,
            tables, OverInvalidation.Free, features, faults, mostDomains, mostMappings,
            reserved ? [new IovaRange(new Iova(0x300_0000), new Iova(0x300_ffff))] : []);

    private static Gen<IommuFeatures> Features =>
        from bypass in Gen.Elements(IommuFeatures.Bypass, IommuFeatures.None)
        from pasid in Gen.Elements(IommuFeatures.Pasid, IommuFeatures.None)
        from interrupts in Gen.Elements(IommuFeatures.Interrupts, IommuFeatures.None)
        from queue in Gen.Elements(IommuFeatures.QueuedInvalidation, IommuFeatures.None)
        from execute in Gen.Elements(IommuFeatures.Execute, IommuFeatures.None)
        select bypass | pasid | interrupts | queue | execute;

    private static InvalidationScopes Scopes =>
        InvalidationScopes.Everything | InvalidationScopes.Domain | InvalidationScopes.Pages
        | InvalidationScopes.Requester;

    private static IommuDevice Device(uint requester, bool showsReads) => new(
        new RequesterId(requester), DmaKinds.All, new ByteCount(1), new ByteCount(1), new ByteCount(3 * Page.Bytes),
        CrossesPages: true, showsReads, NeedsDomain: false);

    private sealed record SyncRules(SyncRule Map, SyncRule Unmap, bool Negative);
}
