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

    [Fact]
    public void Runs_are_found_in_parts_as_single_bits_are()
    {
        const int Bits = 64 * 20;
        var (bitmap, random) = (new DirtyBitmap(Bits), new SmallRandom(3));
        for (var round = 0; round < 200; round++)
        {
            var first = random.Below(Bits);
            if (random.Below(3) > 0) bitmap.Set(first, 1 + random.Below(Math.Min(100, Bits - first)));
            else bitmap.Clear(first, 1 + random.Below(Math.Min(200, Bits - first)));
            var (from, end) = (random.Below(Bits), Bits - random.Below(64));
            var (at, expected, seen) = (from, new List<BitRun>(), new List<BitRun>());
            for (var bit = bitmap.Find(from, end, true); bit < end;)
            {
                var next = bitmap.Find(bit, end, false);
                expected.Add(new BitRun(bit, next - bit));
                bit = bitmap.Find(next, end, true);
            }

            var part = new BitRun[3];
            int count;
            do
            {
                count = bitmap.FindRuns(ref at, end, part);
                seen.AddRange(part[..count]);
            }
            while (count == part.Length);
            Assert.Equal(expected, seen);
        }
    }

    [Fact]
    public void Only_areas_with_bits_are_collected_and_all_of_those()
    {
        const int Words = 512 * 70 + 3;
        var (bitmap, random, words) = (new DirtyBitmap(Words * 64), new SmallRandom(9), new ulong[Words]);
        for (var round = 0; round < 20; round++)
        {
            var into = new ulong[Words];
            Array.Clear(words);
            for (var i = 0; i < round; i++) words[random.Below(Words)] |= 1ul << random.Below(64);
            words[^1] = 1;
            bitmap.Load(words);
            bitmap.Collect(into);
            Assert.Equal(words, into);
            bitmap.Collect(into);
            Assert.Equal(words, into);
        }
    }

    [Fact]
    public void What_threads_set_while_it_is_collected_is_collected_once_or_later()
    {
        const int Bits = 64 * 2048;
        const int Threads = 2;
        var (bitmap, all) = (new DirtyBitmap(Bits), new ulong[Bits / 64]);
        var threads = Enumerable.Range(0, Threads).Select(t => new Thread(() =>
        {
            for (var bit = t; bit < Bits; bit += Threads) bitmap.SetShared(bit);
        })).ToList();
        foreach (var thread in threads) thread.Start();
        while (threads.Exists(thread => thread.IsAlive)) bitmap.CollectShared(all);
        bitmap.CollectShared(all);
        Assert.DoesNotContain(all, word => word != ulong.MaxValue);
    }

    [Fact]
    public void Setting_and_collecting_allocate_nothing()
    {
        var (bitmap, into, runs) = (new DirtyBitmap(1 << 16), new ulong[1 << 10], new BitRun[4]);
        Work(bitmap, into, runs);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Work(bitmap, into, runs);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Work(DirtyBitmap bitmap, ulong[] into, BitRun[] runs)
    {
        var from = 0;
        bitmap.Set(5, 7);
        bitmap.SetShared(1000);
        bitmap.FindRuns(ref from, 1 << 16, runs);
        bitmap.Collect(into);
        bitmap.CollectShared(into);
    }
}
