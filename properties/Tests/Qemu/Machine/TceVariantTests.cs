using IoSpec.Contracts;
using IoSpec.Qemu.Tce;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>The windows of pseries that are added to those that bridges have.</summary>
[Collection(QemuCollection.Name)]
public sealed class TceVariantTests
{
    private const long Cases = 60;
    private const int Evaluations = 40;

    [SkippableFact]
    public void Nothing_but_what_is_known_is_found() => IommuCampaign.AssertNothingNew(
        DrivenTarget.AddedTce, IommuCampaign.Run(DrivenTarget.AddedTce, Cases, Evaluations));

    [Fact]
    public void Unless_something_is_said_windows_are_those_that_bridges_have()
    {
        Assert.False(TceOptions.From([]).SecondWindow);
        Assert.True(TceOptions.From([new("window", "second")]).SecondWindow);
    }

    [Theory]
    [InlineData("window", "third")]
    [InlineData("windows", "second")]
    [InlineData("bin", "")]
    public void What_is_unknown_is_named(string name, string value)
    {
        var exception = Assert.Throws<TargetUnavailableException>(() => TceOptions.From([new(name, value)]));
        Assert.Equal(
            $"qemu:tce has no option '{name}={value}'; it has bin=PROGRAM, window=first|second", exception.Message);
    }
}
