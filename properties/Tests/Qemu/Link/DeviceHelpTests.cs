using IoSpec.Qemu.Link;
using Xunit;

namespace IoSpec.Tests.Qemu.Link;

public sealed class DeviceHelpTests
{
    private const string Help =
        """
        intel-iommu options:
          aw-bits=<uint8>        -  (default: 48)
          caching-mode=<bool>    -  (default: off)
          x-scalable-mode=<bool> -  (default: off)
        """;

    [Fact]
    public void Properties_are_what_is_before_an_equals_sign_and_a_type() =>
        Assert.Equal(["aw-bits", "caching-mode", "x-scalable-mode"], DeviceHelp.Parse(Help), StringComparer.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("no such device: x=1\n")]
    [InlineData("\0\n==\n")]
    public void Other_text_has_none(string text) => Assert.Empty(DeviceHelp.Parse(text));
}
