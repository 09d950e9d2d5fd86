using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Areas.Dirty;

/// <summary>Configurations of the area <c>dirty</c>: every dialect, with writers of each kind.</summary>
public static class DirtyConfigurations
{
    private const int PowersTo64K = 0b1_1111;
    private const int PowersTo2M = (1 << 10) - 1;

    /// <summary>The configurations for a target.</summary>
    /// <param name="own">What the target is; null if it can be anything.</param>
    /// <returns>The generator.</returns>
    public static Gen<DirtyConfiguration> For(DirtyCapabilities? own) => own is null
        ? Anything
        : Gen.Constant(new DirtyConfiguration(own.Dialect, own.Traits, own.Writers));

    private static Gen<DirtyConfiguration> Anything { get; } =
        from dialect in Gen.Elements(Enum.GetValues<DirtyDialect>())
        from configuration in Of(dialect)
        select configuration;

    private static Gen<DirtyConfiguration> Of(DirtyDialect dialect) => dialect switch
    {
        DirtyDialect.Type1 => Type1,
        DirtyDialect.DeviceLog => DeviceLog,
        DirtyDialect.Iommufd => Iommufd,
        DirtyDialect.VhostLog => VhostLog,
        _ => Aggregate,
    };

    // The container's bitmap: pages of one size, whole mappings, pins, and unmaps that report.
    private static Gen<DirtyConfiguration> Type1 =>
        from writers in Writers(WriterKind.Emulated, WriterKind.Unseen)
        select new DirtyConfiguration(DirtyDialect.Type1, new DirtyTraits(
            Granule: 0, ReportSizes: 1, SecondStart.Keeps, RefusesWhenOff: true, WindowRule.WholeMappings,
            OutlivesMapping: false, StartsDirty: false,
            DirtyFeatures.UnmapReports | DirtyFeatures.Pins | DirtyFeatures.HotPlug | DirtyFeatures.Overlap, Most),
            writers);

    // A device's own log: any window, in pages of any size, and what was unmapped stays in it.
    private static Gen<DirtyConfiguration> DeviceLog =>
        from granule in Gen.Elements(0, 0, 1, 4)
        from most in Gen.Elements(new PageCount(100), Most)
        select new DirtyConfiguration(DirtyDialect.DeviceLog, new DirtyTraits(
            granule, PowersTo64K, SecondStart.Refuses, RefusesWhenOff: true, WindowRule.Any,
            OutlivesMapping: true, StartsDirty: false, DirtyFeatures.Overlap, most), [WriterKind.OwnLog]);

    // Bits in page tables: large ones are marked as a whole, and a report may leave them.
    private static Gen<DirtyConfiguration> Iommufd =>
        from granule in Gen.Elements(0, 0, 9)
        from writers in Writers(WriterKind.Iommu, WriterKind.Iommu)
        select new DirtyConfiguration(DirtyDialect.Iommufd, new DirtyTraits(
            granule, PowersTo2M, SecondStart.Clears, RefusesWhenOff: false, WindowRule.Mapped,
            OutlivesMapping: false, StartsDirty: false, DirtyFeatures.Peek | DirtyFeatures.Overlap, Most), writers);

    private static Gen<DirtyConfiguration> VhostLog =>
        from writers in Writers(WriterKind.Emulated, WriterKind.Processor)
        select new DirtyConfiguration(DirtyDialect.VhostLog, new DirtyTraits(
            Granule: 0, ReportSizes: 1, SecondStart.Keeps, RefusesWhenOff: false, WindowRule.Any,
            OutlivesMapping: true, StartsDirty: false, DirtyFeatures.Overlap, Most), writers);

    // All of them together, as a virtual machine monitor has them.
    private static Gen<DirtyConfiguration> Aggregate =>
        from first in Gen.Elements(Enum.GetValues<WriterKind>())
        from second in Gen.Elements(Enum.GetValues<WriterKind>())
        from third in Gen.Elements(Enum.GetValues<WriterKind>())
        from startsDirty in Gen.Elements(false, false, true)
        select new DirtyConfiguration(DirtyDialect.Aggregate, new DirtyTraits(
            Granule: 0, PowersTo64K, SecondStart.Keeps, RefusesWhenOff: true, WindowRule.Any,
            OutlivesMapping: true, startsDirty,
            DirtyFeatures.Peek | DirtyFeatures.UnmapReports | DirtyFeatures.Pins | DirtyFeatures.HotPlug
                | DirtyFeatures.Overlap | DirtyFeatures.Moves,
            Most), [first, second, third]);

    private static PageCount Most => new(1 << 18);

    private static Gen<ValueList<WriterKind>> Writers(WriterKind one, WriterKind other) =>
        Gen.Elements<ValueList<WriterKind>>([one], [one, other], [one, one, other]);
}
