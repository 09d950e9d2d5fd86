using IoSpec.Contracts;
using IoSpec.Qemu.Vtd;
using Xunit;

namespace IoSpec.Tests.Qemu.Vtd;

public sealed class VtdOptionsTests
{
    [Fact]
    public void Without_options_it_is_the_default() => Assert.Equal(VtdOptions.Default, VtdOptions.From([]));

    [Fact]
    public void Every_option_is_read() => Assert.Equal(
        VtdOptions.Default with
        {
            Machine = VtdOptions.Default.Machine with { Binary = "/opt/qemu", ResetsMachine = true },
            AddressWidth = 48,
            CachingMode = true,
            Queued = false,
        },
        VtdOptions.From(
        [
            new("bin", "/opt/qemu"), new("aw", "48"), new("caching-mode", "on"), new("invalidation", "register"),
            new("reset", "machine"),
        ]));

    [Theory]
    [InlineData("aw", "57")]
    [InlineData("aw", "")]
    [InlineData("bin", "")]
    [InlineData("AW", "48")]
    [InlineData("caching-mode", "yes")]
    [InlineData("x-scalable-mode", "on")]
    public void Anything_else_is_refused_by_name(string name, string value)
    {
        var error = Assert.Throws<TargetUnavailableException>(() => VtdOptions.From([new(name, value)]));
        Assert.Contains($"'{name}={value}'", error.Message, StringComparison.Ordinal);
    }
}
