using IoSpec.Contracts;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class VocabularyTests
{
    [Fact]
    public void Addresses_and_ids_are_printed_in_hexadecimal_and_counts_are_not()
    {
        Assert.Equal("0xffffffffffffffff", new Iova(ulong.MaxValue).ToString());
        Assert.Equal("0x1000", new Gpa(0x1000).ToString());
        Assert.Equal("0x1000", new Hpa(0x1000).ToString());
        Assert.Equal("0x1000", new Hva(0x1000).ToString());
        Assert.Equal("0xa", new DomainId(10).ToString());
        Assert.Equal("0xa", new RequesterId(10).ToString());
        Assert.Equal("0xa", new Pasid(10).ToString());
        Assert.Equal("10", new PageCount(10).ToString());
        Assert.Equal("10", new ByteCount(10).ToString());
        Assert.Equal("10ns", new Instant(10).ToString());
        Assert.Equal("10ns", new Duration(10).ToString());
    }

    [Fact]
    public void Addresses_wrap_at_the_top()
    {
        Assert.Equal(new Iova(1), new Iova(ulong.MaxValue).Plus(2));
        Assert.Equal(new Gpa(1), new Gpa(ulong.MaxValue).Plus(2));
        Assert.Equal(new Hpa(1), new Hpa(ulong.MaxValue).Plus(2));
        Assert.Equal(new Hva(1), new Hva(ulong.MaxValue).Plus(2));
    }

    [Fact]
    public void A_page_starts_at_a_multiple_of_4_KiB()
    {
        Assert.Equal(new Iova(0xffff_ffff_ffff_f000), new Iova(ulong.MaxValue).PageStart());
        Assert.Equal(new Gpa(0), new Gpa(0xfff).PageStart());
        Assert.Equal(new Hpa(0x1000), new Hpa(0x1000).PageStart());
        Assert.Equal(new Hva(0x1000), new Hva(0x1fff).PageStart());
        Assert.Equal(1ul << Page.Shift, Page.Bytes);
    }

    [Fact]
    public void A_count_may_be_zero_but_shrinks_to_one()
    {
        Assert.Equal(0ul, PageCount.From(0).Raw);
        Assert.Equal(1ul, PageCount.Least);
        Assert.Equal(0ul, ByteCount.From(0).Raw);
        Assert.Equal(1ul, ByteCount.Least);
    }

    [Fact]
    public void Time_stands_still_at_its_end()
    {
        Assert.Equal(new Instant(5), new Instant(2).Plus(new Duration(3)));
        Assert.Equal(new Instant(ulong.MaxValue), new Instant(2).Plus(new Duration(ulong.MaxValue)));
    }

    [Theory]
    [InlineData(0x3000ul, 1ul, false)]
    [InlineData(0x4000ul, 0ul, true)]
    [InlineData(0x4000ul, 3ul, true)]
    [InlineData(0x4000ul, 4ul, false)]
    [InlineData(0x6000ul, 1ul, true)]
    [InlineData(0x6000ul, ulong.MaxValue, false)]
    [InlineData(0x7000ul, 0ul, false)]
    [InlineData(ulong.MaxValue, 1ul, false)]
    public void A_region_holds_the_pages_from_its_start_to_its_end(ulong at, ulong pages, bool held) =>
        Assert.Equal(held, new FrameRegion(new Gpa(0x4000), new PageCount(3)).Holds(new Gpa(at), new PageCount(pages)));
}
