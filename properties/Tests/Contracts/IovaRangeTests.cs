using IoSpec.Contracts;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class IovaRangeTests
{
    private const ulong Top = ulong.MaxValue;
    private const ulong LastPage = 0xffff_ffff_ffff_f000;
    private const ulong AllPages = 1ul << 52;

    [Theory]
    [InlineData(0ul, 1ul, 0xffful)]
    [InlineData(0x1000ul, 2ul, 0x2ffful)]
    [InlineData(LastPage, 1ul, Top)]
    [InlineData(LastPage - 0x1000, 2ul, Top)]
    [InlineData(0ul, AllPages, Top)]
    [InlineData(0x1000ul, AllPages - 1, Top)]
    [InlineData(0x800ul, 1ul, 0x17fful)]
    public void Pages_span_a_range_that_may_end_with_the_last_address(ulong at, ulong pages, ulong last)
    {
        Assert.True(IovaRange.TryFrom(new Iova(at), new PageCount(pages), out var range));
        Assert.Equal(Range(at, last), range);
    }

    [Theory]
    [InlineData(0ul, 0ul)]
    [InlineData(LastPage, 0ul)]
    [InlineData(LastPage, 2ul)]
    [InlineData(LastPage + 1, 1ul)]
    [InlineData(Top, 1ul)]
    [InlineData(0x1000ul, AllPages)]
    [InlineData(0ul, AllPages + 1)]
    [InlineData(0ul, Top)]
    [InlineData(0x1000ul, AllPages * 2)]
    public void No_pages_and_pages_that_wrap_are_no_range(ulong at, ulong pages)
    {
        Assert.False(IovaRange.TryFrom(new Iova(at), new PageCount(pages), out var range));
        Assert.Equal(default, range);
    }

    [Theory]
    [InlineData(0ul, false)]
    [InlineData(0xffful, false)]
    [InlineData(0x1000ul, true)]
    [InlineData(0x2ffful, true)]
    [InlineData(0x3000ul, false)]
    [InlineData(Top, false)]
    public void A_range_contains_its_first_and_its_last_address(ulong at, bool contained) =>
        Assert.Equal(contained, Range(0x1000, 0x2fff).Contains(new Iova(at)));

    [Fact]
    public void The_range_of_all_addresses_contains_every_range()
    {
        Assert.True(IovaRange.All.Contains(new Iova(0)));
        Assert.True(IovaRange.All.Contains(new Iova(Top)));
        Assert.True(IovaRange.All.Contains(IovaRange.All));
        Assert.True(IovaRange.All.Contains(Range(LastPage, Top)));
        Assert.False(Range(1, Top).Contains(IovaRange.All));
        Assert.False(Range(0, Top - 1).Contains(IovaRange.All));
    }

    [Theory]
    [InlineData(0ul, 0xffful, false)]
    [InlineData(0ul, 0x1000ul, true)]
    [InlineData(0x1800ul, 0x18fful, true)]
    [InlineData(0x2ffful, Top, true)]
    [InlineData(0x3000ul, Top, false)]
    [InlineData(0ul, Top, true)]
    public void Ranges_overlap_when_they_share_an_address(ulong first, ulong last, bool overlap)
    {
        Assert.Equal(overlap, Range(0x1000, 0x2fff).Overlaps(Range(first, last)));
        Assert.Equal(overlap, Range(first, last).Overlaps(Range(0x1000, 0x2fff)));
    }

    [Fact]
    public void What_two_ranges_share_is_a_range()
    {
        Assert.Equal(Range(0x1000, 0x1fff), Range(0, 0x1fff).Intersect(Range(0x1000, Top)));
        Assert.Equal(Range(LastPage, Top), IovaRange.All.Intersect(Range(LastPage, Top)));
    }

    private static IovaRange Range(ulong first, ulong last) => new(new Iova(first), new Iova(last));
}
