using IoSpec.Contracts;
using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class WaiverMatchTests
{
    private static readonly Signature Known = new("TOY-A-01", "field", "read", Deviation.Stale);

    [Theory]
    [InlineData("qemu:vtd", "qemu:vtd", true)]
    [InlineData("qemu:vtd", "qemu:vtd?bin=old&aw=48", true)]
    [InlineData("qemu:vtd?aw=48", "qemu:vtd?bin=old&aw=48", true)]
    [InlineData("qemu:vtd?mode=scalable&aw=48", "qemu:vtd?aw=48&bin=old&mode=scalable", true)]
    [InlineData("qemu:vtd?aw=48", "qemu:vtd", false)]
    [InlineData("qemu:vtd?aw=48", "qemu:vtd?aw=39", false)]
    [InlineData("qemu:vtd", "qemu:vtdx", false)]
    [InlineData("qemu:vtd?aw!=48", "qemu:vtd", true)]
    [InlineData("qemu:vtd?aw!=48", "qemu:vtd?aw=39&bin=old", true)]
    [InlineData("qemu:vtd?aw!=48", "qemu:vtd?bin=old&aw=48", false)]
    public void A_waiver_is_about_targets_with_further_options(string waived, string target, bool isAbout) =>
        Assert.Equal(isAbout, Of(waived, null).IsAbout(target));

    [Theory]
    [InlineData("7.2.22", false)]
    [InlineData("10.0.2", false)]
    [InlineData("10.1.0", true)]
    [InlineData("11.1.3", true)]
    public void A_version_outside_every_range_is_unknown(string version, bool isUnknown)
    {
        var book = new WaiverBook(
            [Of("t", new VersionRange("7.2", "7.3")), Of("t?a=b", new VersionRange("10.0", "10.1"))]);
        Assert.Equal(isUnknown, book.IsUnknownVersion(new WaivedTarget("t?a=b&bin=c", version)));
        Assert.False(book.IsUnknownVersion(new WaivedTarget("other", version)));
    }

    [Fact]
    public void What_is_withheld_of_one_version_is_withheld_of_all()
    {
        var book = new WaiverBook([Of("t", new VersionRange("7.2", "7.3")) with { Reason = Waiver.Withheld }]);
        Assert.True(book.Withholds(Known, new WaivedTarget("t?bin=c", "11.0")));
        Assert.Null(book.Find(Known, new WaivedTarget("t?bin=c", "11.0")));
        Assert.False(book.Withholds(Known, new WaivedTarget("u", "7.2")));
    }

    private static Waiver Of(string target, VersionRange? versions) =>
        new("W", Known.Requirement, Known.ToString(), target, versions, "known", "", null);
}
