using IoSpec.Contracts;
using IoSpec.Reference.Dirty;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Dirty;

public sealed class PageSetTests
{
    private const int Pages = 40;

    [Fact]
    public void Holds_what_was_put_in_and_not_taken_out()
    {
        var (set, list, random) = (new PageSet(), new bool[Pages], new SmallRandom(7));
        for (var round = 0; round < 2000; round++)
        {
            var first = random.Below(Pages);
            var count = 1 + random.Below(Pages - first);
            var range = Range(first, count);
            var adds = random.Below(2) == 0;
            if (adds) set.Add(range);
            else set.Remove(range);
            Array.Fill(list, adds, first, count);
            Assert.Equal(list, Enumerable.Range(0, Pages).Select(page => set.Contains(Range(page, 1))));
        }
    }

    [Fact]
    public void Ranges_that_touch_are_one()
    {
        var set = new PageSet();
        set.Add(Range(2, 1));
        set.Add(Range(0, 1));
        Assert.Equal([Range(0, 1), Range(2, 1)], set.Ranges);
        set.Add(Range(1, 1));
        Assert.Equal([Range(0, 3)], set.Ranges);
    }

    [Fact]
    public void The_last_page_of_all_can_be_put_in_and_taken_out()
    {
        var set = new PageSet();
        set.Add(IovaRange.All);
        set.Remove(new IovaRange(new Iova(ulong.MaxValue - 4095), new Iova(ulong.MaxValue)));
        Assert.Equal([new IovaRange(new Iova(0), new Iova(ulong.MaxValue - 4096))], set.Ranges);
    }

    private static IovaRange Range(int first, int count) =>
        Ranges.Of(new Iova((ulong)first * Page.Bytes), new PageCount((ulong)count));
}
