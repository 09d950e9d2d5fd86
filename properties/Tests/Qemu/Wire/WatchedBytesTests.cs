using IoSpec.Contracts;
using IoSpec.Qemu.Wire;
using Xunit;

namespace IoSpec.Tests.Qemu.Wire;

public sealed class WatchedBytesTests
{
    private static readonly Gpa Start = new(0x1000);

    private readonly byte[] _bytes = new byte[32];
    private readonly List<WireEvent> _told = [];
    private readonly WatchedBytes _watched = new(WireSpace.Memory, Start, 32);

    [Fact]
    public void A_store_is_told_as_the_word_that_is_there_then()
    {
        _bytes[17] = 0x5a;
        _watched.LookForStores(_bytes, _told);
        _watched.LookForStores(_bytes, _told);
        Assert.Equal(
            [new WireEvent.Stored(WireSpace.Memory, Start.Plus(16), 8, new Word(0x5a00))], _told);
    }

    [Fact]
    public void What_a_device_wrote_is_not_stored_again_by_a_store_beside_it()
    {
        _bytes[8] = 1;
        _watched.LookForWrites(_bytes, isLater: true, _told);
        _bytes.AsSpan(10, 5).Fill(0x22);
        _watched.LookForStores(_bytes, _told);
        Assert.Equal(
            [
                new WireEvent.Written(WireSpace.Memory, Start.Plus(8), new Word(1), IsLater: true),
                new WireEvent.Stored(WireSpace.Memory, Start.Plus(10), 2, new Word(0x2222)),
                new WireEvent.Stored(WireSpace.Memory, Start.Plus(12), 2, new Word(0x2222)),
                new WireEvent.Stored(WireSpace.Memory, Start.Plus(14), 1, new Word(0x22)),
            ],
            _told);
        Assert.Equal([Start.Plus(8)], _watched.WrittenWords);
    }

    [Fact]
    public void A_word_that_was_stored_over_is_no_longer_the_devices()
    {
        _bytes.AsSpan(0, 2).Fill(1);
        _watched.LookForWrites(_bytes, isLater: false, _told);
        _bytes.AsSpan(0, 2).Clear();
        _watched.LookForStores(_bytes, _told);
        Assert.Equal(new WireEvent.Stored(WireSpace.Memory, Start, 8, default), _told[^1]);
        Assert.Empty(_watched.WrittenWords);
    }
}
