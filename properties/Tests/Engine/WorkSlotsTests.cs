using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class WorkSlotsTests
{
    [Fact]
    public void No_more_is_done_at_a_time_than_there_are_slots()
    {
        using var slots = new WorkSlots(2);
        var (now, most, done) = (0, 0, 0);
        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() => slots.Do(() =>
        {
            var count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);
            Thread.Sleep(10);
            Interlocked.Decrement(ref now);
            return Interlocked.Increment(ref done);
        }))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Equal(8, done);
        Assert.Equal(2, most);
    }

    [Fact]
    public void Work_that_fails_gives_its_slot_back()
    {
        using var slots = new WorkSlots(1);
        Assert.Throws<SuiteException>(() => slots.Do<int>(() => throw new SuiteException("broken")));
        Assert.Equal(7, slots.Do(() => 7));
    }

    private static void InterlockedMax(ref int most, int count)
    {
        int before;
        while ((before = Volatile.Read(ref most)) < count) Interlocked.CompareExchange(ref most, count, before);
    }
}
