using IoSpec.Areas.Walk;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>What is drawn for windows of pseries that a target has.</summary>
public sealed class TceDrawTests
{
    private const int Operations = 5000;

    [Fact]
    public void A_bridge_need_not_have_a_window()
    {
        var capabilities = Of([Device(8), Device(0x28)], 0x28);
        var (area, choices) = (new WalkArea(), new Choices(0x5eed, size: 50));
        var referee = new Referee(area);
        var configuration = area.Configure(seed: 1, size: 1, capabilities);
        Assert.Null(area.ProblemOf(configuration));
        referee.Start(configuration);
        for (var i = 0; i < Operations; i++)
        {
            var operation = referee.Draw(ref choices, capabilities);
            if (!referee.Applies(operation)) continue;
            referee.Step(operation, referee.Answer(operation));
            Assert.Empty(referee.Violations);
        }

        Assert.NotEqual(0u, referee.Hits[WalkRequirements.Tce.Address.Index]);
        Assert.NotEqual(0u, referee.Hits[WalkRequirements.Tce.Width.Index]);
    }

    private static WalkCapabilities.OfUnit Of(ValueList<IommuDevice> devices, uint bridge) => new(
        new WalkUnit.Tce([
            new TceWindow(
                new RequesterId(bridge), new RequesterId(bridge), default, Page.Shift, new ByteCount(1 << 20), default,
                new Gpa(0x10_0000)),
        ]),
        WalkFeatures.None, new FaultReporting(1, FaultMerging.Alike, ShowsOverflow: false), devices,
        new FrameRegion(new Gpa(0x10_0000), new PageCount(8)),
        [new FrameRegion(new Gpa(0x5a00_3000), new PageCount(40))], Nothing: null, [], []);

    private static IommuDevice Device(uint requester) =>
        new(new RequesterId(requester), DmaKinds.All, new(1), new(1), new(4096), true, true, false);
}
