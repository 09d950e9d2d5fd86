using IoSpec.Contracts;
using IoSpec.Qemu.Amdvi;
using Xunit;

namespace IoSpec.Tests.Qemu.Amdvi;

public sealed class AmdviOptionsTests
{
    [Fact]
    public void Without_options_it_is_the_default() => Assert.Equal(AmdviOptions.Default, AmdviOptions.From([]));

    [Fact]
    public void Every_option_is_read() => Assert.Equal(
        AmdviOptions.Default with
        {
            Board = AmdviOptions.Default.Board with { UsesBridges = true },
            Machine = AmdviOptions.Default.Machine with { Binary = "/opt/qemu", ResetsMachine = true },
            AnyLevels = false,
        },
        AmdviOptions.From(
            [new("bin", "/opt/qemu"), new("devices", "all"), new("levels", "sound"), new("reset", "machine")]));

    [Theory]
    [InlineData("devices", "bridges")]
    [InlineData("aw", "48")]
    [InlineData("bin", "")]
    public void Anything_else_is_refused_by_name(string name, string value)
    {
        var error = Assert.Throws<TargetUnavailableException>(() => AmdviOptions.From([new(name, value)]));
        Assert.Contains($"'{name}={value}'", error.Message, StringComparison.Ordinal);
    }
}
