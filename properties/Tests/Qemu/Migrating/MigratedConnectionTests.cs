using IoSpec.Targets;
using Xunit;

namespace IoSpec.Tests.Qemu.Migrating;

public sealed class MigratedConnectionTests
{
    [Theory]
    [InlineData("qemu:migrate", "qemu:vtd?migrate=32")]
    [InlineData("qemu:migrate?of=vtd&aw=48", "qemu:vtd?migrate=32&aw=48")]
    [InlineData("qemu:migrate?every=8&iommu=vtd&of=virtio-rng", "qemu:virtio-rng?migrate=8&iommu=vtd")]
    public void It_is_an_option_of_the_device(string connection, string same) =>
        Assert.Equal(same, TargetCatalogue.Find(connection).Connection);

    [Theory]
    [InlineData("qemu:migrate?of=migrate", "names no device")]
    [InlineData("qemu:migrate?of=tce", "has no option 'migrate=32'")]
    [InlineData("qemu:migrate?every=0", "has no option 'migrate=0'")]
    [InlineData("qemu:migrate?every=often", "has no option 'migrate=often'")]
    [InlineData("qemu:migrate?of=vdt", "unknown target 'qemu:vdt?migrate=32'")]
    public void What_cannot_be_migrated_is_named(string connection, string message) => Assert.Contains(
        message,
        Assert.Throws<BadConnectionException>(() => TargetCatalogue.Find(connection)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_machine_that_is_migrated_offers_what_it_offers_where_it_stays()
    {
        var parts = TargetCatalogue.Find("qemu:migrate?of=vtd").Parts.Count;
        Assert.Equal(TargetCatalogue.Find("qemu:vtd").Parts.Count, parts);
    }
}
