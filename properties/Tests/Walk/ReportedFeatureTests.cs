using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Exec;
using IoSpec.Tests.Exec;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>What the registers of a unit report, its adapter offers, or says why it cannot.</summary>
public sealed class ReportedFeatureTests
{
    private const string DeviceTlb = "DT of ECAP_REG 0x0000000000000004 is set";

    private static readonly Area Area = AreaCatalogue.Find("walk")!;

    private static readonly MissingWalkFeature NoAts = new(WalkFeatures.Ats, "nobody asks");

    [Fact]
    public void What_is_neither_offered_nor_accounted_for_is_an_error_of_the_adapter() => Assert.Equal(
        $"{DeviceTlb}, and the adapter neither offers Ats nor says why it cannot be reached",
        Area.Omits(Vtd(4, WalkFeatures.None, [], [])));

    [Fact]
    public void What_is_reported_is_not_absent() => Assert.Equal(
        $"{DeviceTlb}, and the adapter says that Ats is absent: nobody asks",
        Area.Omits(Vtd(4, WalkFeatures.None, [NoAts], [])));

    [Fact]
    public void What_is_offered_or_cannot_be_reached_is_accounted_for()
    {
        Assert.Null(Area.Omits(Vtd(4, WalkFeatures.Ats, [], [])));
        Assert.Null(Area.Omits(Vtd(4, WalkFeatures.None, [], [NoAts])));
        Assert.Null(Area.Omits(Vtd(0, WalkFeatures.None, [NoAts], [])));
    }

    [Fact]
    public void A_plug_in_that_leaves_it_out_is_not_judged()
    {
        var text = WorkerLine.WriteValue(Vtd(4, WalkFeatures.None, [], []), typeof(WalkCapabilities));
        using var plugin = new ShellPlugin("exit", "{\"seq\":\"1\",\"protocol\":1,\"name\":\"x\",\"version\":\"\","
            + $"\"areas\":[{{\"area\":\"walk\",\"capabilities\":{text}}}]}}");
        var source = new TargetSource("x", NeedsWorker: true, () => Wire(plugin));
        var campaign = new Campaign(Area, new CampaignSettings { Cases = 1 }, null);
        Assert.Contains(DeviceTlb, Assert.Throws<AdapterException>(() => campaign.RunHere(source)).Message,
            StringComparison.Ordinal);
    }

    private static ITarget Wire(ShellPlugin plugin) => WireCatalogue.Find("walk")!.Open(plugin.Harness);

    private static WalkCapabilities.OfUnit Vtd(
        ulong extended, WalkFeatures features, ValueList<MissingWalkFeature> absent,
        ValueList<MissingWalkFeature> unreachable) => new(
        new WalkUnit.Vtd(new Word(0x0040_0000_0026_0286), new Word(extended), 39),
        features,
        new FaultReporting(1, FaultMerging.SameRequester, ShowsOverflow: true),
        [new(new RequesterId(0x28), DmaKinds.All, new(1), new(1), new(4096), true, true, false)],
        new FrameRegion(new Gpa(0x10_0000), new PageCount(64)),
        [new FrameRegion(new Gpa(0x5a00_3000), new PageCount(40))],
        null, absent, unreachable);
}
