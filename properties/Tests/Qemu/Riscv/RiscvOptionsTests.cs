using IoSpec.Contracts;
using IoSpec.Qemu.Riscv;
using Xunit;

namespace IoSpec.Tests.Qemu.Riscv;

public sealed class RiscvOptionsTests
{
    [Fact]
    public void Unless_something_is_said_the_unit_is_one_of_the_board_with_first_stage_tables_of_three_levels()
    {
        var options = RiscvOptions.Default;
        Assert.Equal("qemu-system-riscv64", options.Machine.Binary);
        Assert.Equal((false, true, true), (options.IsFunction, options.Caches, options.Remaps));
        Assert.Equal((RiscvStage.First, 3), (options.Stage, options.Levels));
        Assert.False(options.Board.UsesBridges);
    }

    [Fact]
    public void Everything_can_be_chosen()
    {
        var options = RiscvOptions.From(
        [
            new("form", "pci"), new("cache", "off"), new("intremap", "off"), new("devices", "all"),
            new("stage", "second"), new("levels", "4"),
        ]);
        Assert.Equal((true, false, false), (options.IsFunction, options.Caches, options.Remaps));
        Assert.Equal((RiscvStage.Second, 4), (options.Stage, options.Levels));
        Assert.True(options.Board.UsesBridges);
    }

    [Theory]
    [InlineData("form", "isa", "qemu:riscv has no option 'form=isa'")]
    [InlineData("mode", "legacy", "qemu:riscv has no option 'mode=legacy'")]
    [InlineData("cache", "off", "qemu:riscv: cache=off and intremap=off need form=pci")]
    [InlineData("intremap", "off", "qemu:riscv: cache=off and intremap=off need form=pci")]
    public void What_cannot_be_chosen_is_said_in_one_line(string name, string value, string message) =>
        Assert.StartsWith(
            message, Assert.Throws<TargetUnavailableException>(() => RiscvOptions.From([new(name, value)])).Message,
            StringComparison.Ordinal);
}
