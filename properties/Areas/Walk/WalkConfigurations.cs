using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>
/// Configurations of the area <c>walk</c>: a unit of any format, few requesters whose ids differ in one bit each.
/// </summary>
public static class WalkConfigurations
{
    // Where no case has input addresses.
    private static readonly ValueList<FrameRegion> Frames =
    [
        new(new Gpa(0x5a00_3000), new PageCount(40)),
        new(new Gpa(0x6a20_0000), new PageCount(1024)),
    ];

    private static readonly FrameRegion Nothing = new(new Gpa(0x7000_0000), new PageCount(16));

    /// <summary>Where the memory for tables starts.</summary>
    internal static Gpa Tables => new(0x10_0000);

    /// <summary>Requesters whose ids differ in one bit each.</summary>
    internal static Gen<ValueList<IommuDevice>> Devices =>
        from least in Gen.Elements(0x28u, 0x8u, 0x100u)
        from top in Gen.Elements(7, 8, 9)
        from reads in Gen.Elements(true, true, true, false)
        select (ValueList<IommuDevice>)
        [
            Device(new(least), reads), Device(new(least ^ 1), true), Device(new(least ^ (1u << top)), true),
        ];

    /// <summary>The configurations for a target.</summary>
    /// <param name="own">What the target is; null if it can be anything.</param>
    /// <returns>The generator.</returns>
    public static Gen<WalkConfiguration> For(WalkCapabilities? own) => own switch
    {
        WalkCapabilities.OfUnit unit => OfUnit(unit),
        WalkCapabilities.OfFormats of => OfAny([.. of.Formats.Select(FormatDrawCatalogue.Of)]),
        _ => OfAny([.. FormatDrawCatalogue.All]),
    };

    private static Gen<WalkConfiguration> OfAny(FormatDraw[] formats) =>
        from format in Gen.Frequency(formats.Select(format => (format.Weight, Gen.Constant(format))))
        from unit in format.Units
        from devices in format.DevicesOf(unit)
        from records in Gen.Elements(1, 2, 8)
        from cache in Caches
        from features in Some(format.FeaturesOf(unit))
        select new WalkConfiguration(
            unit, features, Keeping(format.Faults, records),
            devices, new FrameRegion(Tables, format.Tables), Frames, Nothing, cache);

    private static Gen<WalkConfiguration> OfUnit(WalkCapabilities.OfUnit own) =>
        from cache in Caches
        from features in Some(own.Features)
        select new WalkConfiguration(
            own.Unit, features, own.Faults, own.Devices, own.Tables, own.Frames, own.Nothing, cache);

    // Entries of wrong levels, and tight buffers, in some configurations only: what an implementation does there, loops
    // and crashes included, is not to hide what it does elsewhere.
    private static Gen<WalkFeatures> Some(WalkFeatures offered) =>
        from all in Gen.Elements(true, false, false)
        select all ? offered : offered & ~(WalkFeatures.LeaflessLevels | WalkFeatures.TightBuffers);

    // A unit that cannot say that it lost records loses none.
    private static FaultReporting Keeping(FaultReporting faults, int records) => faults.ShowsOverflow
        ? faults with { Records = Math.Min(records, faults.Records) }
        : faults;

    private static Gen<IommuCache> Caches =>
        from sets in Gen.Elements(1, 1, 2, 4)
        from ways in Gen.Elements(1, 2, 4)
        select new IommuCache(sets, ways);

    /// <summary>A requester that can do everything.</summary>
    internal static IommuDevice Device(RequesterId requester, bool showsReads) => new(
        requester, DmaKinds.All, new ByteCount(1), new ByteCount(1), new ByteCount(3 * Page.Bytes),
        CrossesPages: true, showsReads, NeedsDomain: false);
}
