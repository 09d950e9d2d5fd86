using IoSpec.Contracts;
using IoSpec.VhostUser;
using Xunit;

namespace IoSpec.Tests.VhostUser;

/// <summary>The translations of a back end: what is found, what goes, what stays.</summary>
public sealed class IotlbTests
{
    private readonly Iotlb _iotlb = new();

    [Fact]
    public void A_translation_is_found_from_any_of_its_bytes_on_with_the_rights_that_it_has()
    {
        Add(0x2000, 0x3fff, 0x7000, Access.Read);
        Assert.Equal(new ByteCount(0x2000), _iotlb.Find(new Iova(0x2000), Access.Read, out var to));
        Assert.Equal(new Hva(0x7000), to);
        Assert.Equal(new ByteCount(1), _iotlb.Find(new Iova(0x3fff), Access.Read, out to));
        Assert.Equal(new Hva(0x8fff), to);
        Assert.Equal(default, _iotlb.Find(new Iova(0x2000), Access.Write, out _));
        Assert.Equal(default, _iotlb.Find(new Iova(0x1fff), Access.Read, out _));
        Assert.Equal(default, _iotlb.Find(new Iova(0x4000), Access.Read, out _));
    }

    [Theory]
    [InlineData(0x0fff, 0x1fff, true)]
    [InlineData(0x1fff, 0x2000, false)]
    [InlineData(0x2800, 0x2800, false)]
    [InlineData(0x3fff, 0x9fff, false)]
    [InlineData(0x4000, 0x9fff, true)]
    [InlineData(0, ulong.MaxValue, false)]
    public void An_invalidation_takes_what_it_touches_and_nothing_else(ulong first, ulong last, bool stays)
    {
        Add(0x2000, 0x3fff, 0x7000, Access.ReadWrite);
        _iotlb.Invalidate(new IovaRange(new Iova(first), new Iova(last)));
        Assert.Equal(stays, _iotlb.Find(new Iova(0x2000), Access.Read, out _).Value > 0);
    }

    [Fact]
    public void What_is_told_again_has_the_rights_of_both_and_what_is_told_otherwise_replaces()
    {
        Add(0x2000, 0x2fff, 0x7000, Access.Read);
        Add(0x2000, 0x2fff, 0x7000, Access.Write);
        Assert.NotEqual(default, _iotlb.Find(new Iova(0x2000), Access.ReadWrite, out _));
        Add(0x2000, 0x2fff, 0x9000, Access.Write);
        Assert.Equal(default, _iotlb.Find(new Iova(0x2000), Access.Read, out _));
        Assert.Equal(1, _iotlb.Count);
    }

    private void Add(ulong first, ulong last, ulong to, Access rights) =>
        _iotlb.Update(new IotlbEntry(new IovaRange(new Iova(first), new Iova(last)), new Hva(to), rights));
}
