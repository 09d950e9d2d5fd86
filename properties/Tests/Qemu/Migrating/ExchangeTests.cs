using IoSpec.Contracts;
using IoSpec.Qemu.Link;
using Xunit;

namespace IoSpec.Tests.Qemu.Migrating;

public sealed class ExchangeTests
{
    private static readonly MemoryMap Map = new(
        new Gpa(0x1000),
        new MemoryPart(new Gpa(0), new ByteCount(0), new ByteCount(0x8000)),
        new MemoryPart(new Gpa(0x1_0000_0000), new ByteCount(0x8000), new ByteCount(0x4000)));

    [Fact]
    public void A_page_that_did_not_arrive_is_found_where_the_guest_sees_it()
    {
        using var directory = new RunDirectory();
        using var one = new GuestMemory(directory.File("one"), Map);
        using var other = new GuestMemory(directory.File("other"), Map);
        Assert.Null(one.FirstDifference(other));
        one.Store(new Gpa(0x1_0000_2348), new Word(1));
        Assert.Equal(new Gpa(0x1_0000_2348), one.FirstDifference(other));
        other.Store(new Gpa(0x7ff8), new Word(2));
        Assert.Equal(new Gpa(0x7ff8), one.FirstDifference(other));
    }

    [Fact]
    public void Memory_goes_on_with_that_of_the_other()
    {
        using var directory = new RunDirectory();
        using var one = new GuestMemory(directory.File("one"), Map);
        using var other = new GuestMemory(directory.File("other"), Map);
        other.Store(new Gpa(0x2000), new Word(7));
        one.Exchange(other);
        Assert.Equal(new Word(7), one.Load(new Gpa(0x2000)));
        Assert.Equal(new Word(0), other.Load(new Gpa(0x2000)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0x7fff, 0x7fff)]
    [InlineData(0x8000, 0x1_0000_0000)]
    [InlineData(0xbfff, 0x1_0000_3fff)]
    public void A_byte_of_the_file_is_where_the_guest_sees_it(ulong offset, ulong at)
    {
        Assert.Equal(new Gpa(at), Map.At(new ByteCount(offset)));
        Assert.Equal(new ByteCount(offset), Map.Offset(new Gpa(at)));
    }

    [Fact]
    public void A_file_that_is_kept_can_be_opened_when_its_name_is_gone()
    {
        using var directory = new RunDirectory();
        var path = directory.File("kept");
        File.WriteAllText(path, "still here");
        using var kept = new KeptFile(path);
        File.Delete(path);
        Assert.Equal("still here", File.ReadAllText(kept.Path));
    }
}
