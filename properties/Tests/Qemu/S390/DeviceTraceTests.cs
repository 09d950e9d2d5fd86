using IoSpec.Contracts;
using IoSpec.Qemu.Link;
using IoSpec.Qemu.S390;
using Xunit;

namespace IoSpec.Tests.Qemu.S390;

public sealed class DeviceTraceTests
{
    private const string Mark = "s390_pci_nodev pcilg no pci dev fh 0x7e000000";

    [Fact]
    public void A_write_to_a_region_tells_offset_value_and_length()
    {
        var access = DeviceTrace.Parse(
            "memory_region_ops_write cpu 0 mr 0x55676a709520 addr 0x48 value 0x8877 size 2 name 'nvme-cmb'");
        Assert.Equal(new TracedAccess(true, "nvme-cmb", false, 0x48, 0x8877, 2), access);
    }

    [Fact]
    public void A_read_of_configuration_space_tells_offset_and_value()
    {
        var access = DeviceTrace.Parse("pci_cfg_read nvme 00:00.0 @0x44 -> 0x2000");
        Assert.Equal(new TracedAccess(false, "nvme", true, 0x44, 0x2000, 0), access);
    }

    [Fact]
    public void A_mark_ends_a_part()
    {
        using var directory = new RunDirectory();
        using var trace = DeviceTrace.Create(directory);
        Assert.Equal([0, 0], trace.Take(2).Select(part => part.Count));
        Assert.False(trace.TellsMarks);
        File.AppendAllLines(directory.File("trace"),
        [
            "pci_cfg_read nvme 00:00.0 @0x44 -> 0x2000",
            "s390_pci_nodev pcilg no pci dev fh 0x80020000",
            "pci_cfg_read nvme 00:00.0 @0x46 -> 0x2000",
            Mark,
            Mark,
            "pci_cfg_read nvme 00:00.0 @0x48 -> 0x2000",
            Mark,
        ]);
        Assert.Equal([2, 0, 1], trace.Take(3).Select(part => part.Count));
        Assert.True(trace.TellsMarks);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Nothing_is_told_apart_by_a_mark_too_few_or_too_many(int marks)
    {
        using var directory = new RunDirectory();
        using var trace = DeviceTrace.Create(directory);
        File.AppendAllLines(directory.File("trace"), Enumerable.Repeat(Mark, marks));
        var lost = Assert.Throws<TargetLostException>(() => trace.Take(2));
        Assert.Equal((Loss.Garbage, $"the trace has {marks} marks where there were 2"), (lost.Kind, lost.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("memory_region_ops_write cpu 0")]
    [InlineData("memory_region_ops_write cpu 0 mr 0x1 addr 48 value 0x1 size 2 name 'x'")]
    [InlineData("pci_cfg_read nvme 00:00.0 @44 -> 0x2000")]
    [InlineData("pci_update_mappings_del d=0x1 00:00.0 0,0x0+0x1")]
    public void Anything_else_is_no_access(string line) => Assert.Null(DeviceTrace.Parse(line));
}
