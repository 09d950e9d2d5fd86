using IoSpec.Core.Dirty;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Dirty;

public sealed class DirtyBitmapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Sets_clears_and_finds_as_a_list_of_bits_does(int bits)
    {
        var (bitmap, list, random) = (new DirtyBitmap(bits), new bool[bits], new SmallRandom((ulong)bits));
        for (var round = 0; round < 300; round++)
        {
            var first = random.Below(bits);
            var count = 1 + random.Below(bits - first);
            var sets = random.Below(2) == 0;
            if (sets) bitmap.Set(first, count);
            else bitmap.Clear(first, count);
            Array.Fill(list, sets, first, count);
            for (var value = 0; value < 2; value++)
            {
                var from = random.Below(bits);
                var expected = Array.IndexOf(list, value == 1, from);
                Assert.Equal(expected < 0 ? bits : expected, bitmap.Find(from, bits, value == 1));
            }
        }
    }

    [Fact]
    public void Collecting_adds_to_what_is_there_and_leaves_nothing()
    {
        var bitmap = new DirtyBitmap(64 * 9);
        bitmap.Set(0, 1);
        bitmap.Set(64 * 8, 64);
        var into = new ulong[9];
        into[0] = 2;
        bitmap.Collect(into);
        Assert.Equal((3ul, ulong.MaxValue), (into[0], into[8]));
        Assert.Equal(64 * 9, bitmap.Find(0, 64 * 9, value: true));
    }
}
