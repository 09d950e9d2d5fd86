using IoSpec.Contracts;
using IoSpec.Qemu.Ioat;
using Xunit;

namespace IoSpec.Tests.Qemu.Ioat;

/// <summary>What events of functions say of blocked accesses.</summary>
public sealed class ZpciEventTests
{
    [Fact]
    public void Errors_of_translation_are_records_and_others_are_not()
    {
        var records = ZpciEvents.Records(
            [.. Event(0x10, 1), .. Event(0x11, 0xa), .. Event(0x12, 9), .. Event(0x13, 0)]);
        Assert.Equal([new RequesterId(0x10), new RequesterId(0x12)], records.Select(record => record.Requester));
        Assert.All(records, record => Assert.Equal(new Iova(0x1_2345_6000), record.Page));
    }

    private static Word[] Event(uint function, ulong code) =>
        [new Word(0x8001_0000), new Word((ulong)function << 32), new Word(0x1_2345_6789), new Word(code)];
}
