using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Qemu.Link;
using IoSpec.VhostUser.Driver;
using Xunit;

namespace IoSpec.Tests.VhostUser;

/// <summary>What a device changed is found to the byte, whole vectors or not, and undone.</summary>
public sealed class DriverMemoryTests
{
    private const byte Data = 0x90;
    private static readonly Gpa Start = new(0x3000);

    [Theory]
    [InlineData(0x2000, 1)]
    [InlineData(0x2fff, 2)]
    [InlineData(0x2001, 31)]
    [InlineData(0x2001, 32)]
    [InlineData(0x201f, 33)]
    [InlineData(0x2fe1, 0x1020)]
    [InlineData(0xffff, 1)]
    public void A_run_of_bytes_has_its_place_and_its_length(int at, int length)
    {
        using var rig = new Rig();
        rig.Memory.All.Slice(at, length).Fill(Data);
        Assert.Equal([Run(at, length)], rig.Take());
        Assert.Empty(rig.Take());
    }

    [Fact]
    public void What_the_driver_wrote_ends_a_run_where_the_device_left_it()
    {
        using var rig = new Rig();
        rig.Memory.Store(0x2028, [Data]);
        rig.Memory.All.Slice(0x2000, 0x80).Fill(Data);
        Assert.Equal([Run(0x2000, 0x28), Run(0x2029, 0x57)], rig.Take());
        Assert.Equal(Data, rig.Memory.All[0x2028]);
    }

    [Fact]
    public void The_part_that_is_the_device_s_is_not_looked_at()
    {
        using var rig = new Rig();
        rig.Memory.All.Slice(0x7ff, 0x22).Fill(1);
        Assert.Equal([Run(0x7ff, 1), Run(0x820, 1)], rig.Take(device: 0x20));
        Assert.Equal((0, 1), (rig.Memory.All[0x7ff], rig.Memory.All[0x800]));
    }

    [Fact]
    public void Bytes_that_the_device_does_not_have_to_give_are_told()
    {
        using var rig = new Rig();
        rig.Memory.All.Slice(0x2000, 3).Fill(Data);
        rig.Memory.All[0x2001] = 0x7f;
        Assert.Equal([Run(0x2000, 3) with { IsData = false }], rig.Take());
    }

    private static WrittenRun Run(int at, int length) =>
        new(new Gpa(VirtioLayout.Base + (ulong)at), new ByteCount((ulong)length), true);

    private sealed class Rig : IDisposable
    {
        private readonly GuestMemory _memory;

        public Rig()
        {
            using var directory = new RunDirectory();
            _memory = new GuestMemory(
                directory.File("ram"), new MemoryMap(Start, new MemoryPart(default, default, new ByteCount(1 << 20))));
            Memory = new DriverMemory(_memory, Start);
        }

        public DriverMemory Memory { get; }

        public List<WrittenRun> Take(int device = 4) => Memory.TakeWritten(0x800, device, SourceBytes.MayHold);

        public void Dispose() => _memory.Dispose();
    }
}
