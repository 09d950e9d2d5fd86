using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.VirtioIommu;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;

namespace IoSpec.Tests.Qemu.VirtioIommu;

public sealed class LimitTests
{
    private static readonly ViommuLimits Limits = new FakeViommu().Limits;

    [Theory]
    [InlineData(0xfffful, 16)]
    [InlineData((1ul << 39) - 1, 39)]
    [InlineData((1ul << 48) + 5, 48)]
    [InlineData(ulong.MaxValue, 64)]
    public void The_width_is_that_of_what_can_be_mapped(ulong last, int width) =>
        Assert.Equal(width, (Limits with { Input = new IovaRange(new Iova(0), new Iova(last)) }).AddressWidth);

    [Fact]
    public void A_device_is_described_as_it_says()
    {
        var region = new IovaRange(new Iova(0x800_0000), new Iova(0x80f_ffff));
        var description = new ViommuRig(new FakeViommu { Reserved = [region] }).Driver.Description;
        var traits = description.Traits;
        Assert.Equal((SyncRule.None, SyncRule.None), (traits.MapSync, traits.UnmapSync));
        Assert.Equal((OverlapRule.Reject, PartialUnmapRule.Refuse), (traits.Overlap, traits.PartialUnmap));
        Assert.Equal((39, IommuFeatures.Bypass), (traits.AddressWidth, traits.Features));
        Assert.Equal([region, ViommuRig.Range((1ul << 39) - 0x20_0000)], traits.Reserved);
        Assert.NotNull(description.Lacks(IommuFeatures.Pasid));
        Assert.Null(description.Lacks(IommuFeatures.Bypass));
    }

    [Fact]
    public void What_is_not_offered_is_absent()
    {
        var limits = Limits with
        {
            Features = ViommuFeatures.Needed,
            PageSizes = new Word(0x1000),
            LeastDomain = new DomainId(2),
            MostDomain = new DomainId(0xff),
        };
        var description = new ViommuRig(new FakeViommu { Limits = limits }).Driver.Description;
        Assert.Contains("BYPASS", description.Lacks(IommuFeatures.Bypass), StringComparison.Ordinal);
        Assert.Equal(LeafSizes.Size4K, description.Traits.Leaves);
        Assert.Equal([new DomainId(2), new DomainId(3)], description.Domains);
    }

    [Theory]
    [InlineData("machine", "arm", "qemu-system-aarch64")]
    [InlineData("machine", "riscv", "qemu-system-riscv64")]
    [InlineData("reset", "machine", "qemu-system-x86_64")]
    [InlineData("bin", "/opt/qemu", "/opt/qemu")]
    public void Every_option_is_read(string name, string value, string program) =>
        Assert.Equal(program, VirtioIommuOptions.From([new(name, value)]).Machine.Binary);

    [Theory]
    [InlineData("machine", "pc")]
    [InlineData("aw", "48")]
    public void Anything_else_is_refused_by_name(string name, string value)
    {
        var error = Assert.Throws<TargetUnavailableException>(() => VirtioIommuOptions.From([new(name, value)]));
        Assert.Contains($"'{name}={value}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("machine=q35|arm|riscv", error.Message, StringComparison.Ordinal);
    }
}
