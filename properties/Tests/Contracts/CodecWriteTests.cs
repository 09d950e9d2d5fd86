using System.Buffers;
using System.Text.Json;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class CodecWriteTests
{
    [Fact]
    public void Null_is_written_only_where_a_value_may_be_absent()
    {
        Assert.Equal("Iova is null.", Refused(null, Shape.Of(typeof(Iova))));
        Assert.Equal("null", Text(null, Shape.Of(typeof(Pasid?))));
    }

    [Fact]
    public void A_name_that_an_enum_lacks_is_not_written()
    {
        Assert.Equal("PageSize has no name for 13.", Refused((PageSize)13, Shape.Of(typeof(PageSize))));
        Assert.Equal("Access has no name for 8.", Refused((Access)8, Shape.Of(typeof(Access))));
    }

    [Fact]
    public void A_case_of_another_union_is_not_written()
    {
        var message = Refused(new IommuOperation.Reset(), Shape.Of(typeof(InvalidationScope)));
        Assert.EndsWith("is no case of IoSpec.Contracts.Iommu.InvalidationScope.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_numbers_are_numbers_and_those_of_64_bits_are_text()
    {
        Assert.Equal("-9223372036854775808", Text(long.MinValue, Shape.Of(typeof(long))));
        Assert.Equal("-2147483648", Text(int.MinValue, Shape.Of(typeof(int))));
        Assert.Equal("4294967295", Text(uint.MaxValue, Shape.Of(typeof(uint))));
        Assert.Equal("\"0xffffffffffffffff\"", Text(ulong.MaxValue, Shape.Of(typeof(ulong))));
    }

    [Fact]
    public void A_set_is_the_list_of_its_names()
    {
        Assert.Equal("[]", Text(Access.None, Shape.Of(typeof(Access))));
        Assert.Equal("""["read","write"]""", Text(Access.ReadWrite, Shape.Of(typeof(Access))));
    }

    [Fact]
    public void Text_with_half_a_character_is_written_all_the_same()
    {
        var written = Text("before \ud800 after", Shape.Of(typeof(string)));
        Assert.Equal("\"before \\uFFFD after\"", written);
    }

    private static string Refused(object? value, Shape shape) =>
        Assert.Throws<ArgumentException>(() => Text(value, shape)).Message;

    private static string Text(object? value, Shape shape)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes)) JsonCodec.Write(writer, value, shape);
        return System.Text.Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
