using IoSpec.Contracts;
using IoSpec.Qemu.Vtd;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;

namespace IoSpec.Tests.Qemu.Vtd;

public sealed class VtdCapabilityTests
{
    private const LeafSizes AllLeaves = LeafSizes.Size4K | LeafSizes.Size2M | LeafSizes.Size1G;

    [Theory]
    [InlineData(FakeRegisters.Capability39, 39, 3)]
    [InlineData(FakeRegisters.Capability48, 48, 4)]
    [InlineData((1ul << 11) | (56ul << 16), 57, 5)]
    [InlineData((1ul << 10) | (41ul << 16), 42, 4)]
    [InlineData(0ul, 1, 0)]
    public void The_width_is_what_tables_and_unit_both_allow(ulong capability, int width, int levels)
    {
        var read = Of(capability);
        Assert.Equal((width, levels), (Math.Min(width, read.AddressWidth), read.Levels));
    }

    [Fact]
    public void A_unit_of_QEMU_reads_like_this()
    {
        var read = Of(FakeRegisters.Capability39);
        Assert.Equal((16, 18, 3, 1), (read.DomainBits, read.MostMask, read.Drains, read.FaultRecords));
        Assert.Equal((0x220u, 0xf0u), (read.FirstFaultRecord.Offset, read.InvalidateAddress.Offset));
        Assert.Equal(AllLeaves, read.Leaves);
        Assert.True(read.PageSelective && read.QueuedInvalidation && read.PassThrough);
        Assert.False(read.CachingMode || read.NeedsWriteBufferFlush || read.DeviceTlb || read.Pasid);
    }

    [Theory]
    [InlineData(0, LeafSizes.Size4K)]
    [InlineData(1, LeafSizes.Size4K | LeafSizes.Size2M)]
    [InlineData(2, LeafSizes.Size4K | LeafSizes.Size1G)]
    [InlineData(3, AllLeaves)]
    public void Leaves_are_those_of_SLLPS(int bits, LeafSizes leaves) =>
        Assert.Equal(leaves, Of((ulong)bits << 34).Leaves);

    [Fact]
    public void Bits_are_where_the_specification_has_them()
    {
        Assert.True(Of(FakeRegisters.CachingMode).CachingMode);
        Assert.True(Of(FakeRegisters.FlushNeeded).NeedsWriteBufferFlush);
        Assert.Equal(256, Of(0xfful << 40).FaultRecords);
        Assert.True(new VtdCapability(default, new Word(1 << 2)).DeviceTlb);
        Assert.True(new VtdCapability(default, new Word(1ul << 40)).Pasid);
    }

    private static VtdCapability Of(ulong capability) => new(new Word(capability), new Word(FakeRegisters.Extended));
}
