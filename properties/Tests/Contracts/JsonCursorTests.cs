using System.Text;
using IoSpec.Contracts;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class JsonCursorTests
{
    [Fact]
    public void Values_nest_up_to_the_limit()
    {
        var text = Nested(JsonCursor.MostDepth / 2);
        Assert.Equal(text.Length / "{\"inside\":[]}".Length, Depth((Nest)Read(text)!));
    }

    [Theory]
    [InlineData(17)]
    [InlineData(40)]
    [InlineData(100_000)]
    public void Values_that_nest_deeper_are_refused(int depth)
    {
        var error = Assert.Throws<BadInputException>(() => Read(Nested(depth)));
        Assert.Equal((1, 177), (error.Line, error.Column));
        Assert.StartsWith("no valid JSON: The maximum configured depth of 32", error.Problem, StringComparison.Ordinal);
        Assert.StartsWith("inside[0].inside[0].", error.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"inside\":")]
    public void A_text_of_brackets_only_is_refused(string bracket)
    {
        var text = string.Concat(Enumerable.Repeat(bracket, 1_000_000));
        Assert.Throws<BadInputException>(() => Read(text));
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_before_it_is_read()
    {
        var bytes = new byte[JsonCursor.MostBytes + 1];
        var error = Assert.Throws<BadInputException>(() => JsonCodec.Read(bytes, Shape.Of(typeof(Nest)), "long"));
        Assert.Equal("long:1:1: the text is longer than 64 MiB", error.Message);
    }

    [Fact]
    public void Whole_numbers_are_read_from_least_to_most()
    {
        Assert.Equal(long.MinValue, Read<long>("-9223372036854775808"));
        Assert.Equal(long.MaxValue, Read<long>("9223372036854775807"));
        Assert.Equal(int.MinValue, Read<int>("-2147483648"));
        Assert.Equal(uint.MaxValue, Read<uint>("4294967295"));
        Assert.Throws<BadInputException>(() => Read<uint>("-1"));
        Assert.Throws<BadInputException>(() => Read<uint>("1e1"));
        Assert.Throws<BadInputException>(() => Read<long>("1e400"));
        Assert.Equal(new UInt128(0, ulong.MaxValue), (UInt128)Integer("18446744073709551615", ulong.MaxValue));
    }

    [Theory]
    [InlineData("\"0x\"")]
    [InlineData("\"0X1\"")]
    [InlineData("\"1\"")]
    [InlineData("\"-0x1\"")]
    [InlineData("\"0x-1\"")]
    [InlineData("\"0x+1\"")]
    [InlineData("\"0x 1\"")]
    [InlineData("\"0x1 \"")]
    [InlineData("\"0xg\"")]
    [InlineData("\"0x1_0\"")]
    [InlineData("\"0x00000000000000001\"")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("true")]
    public void A_number_in_text_is_0x_and_up_to_16_digits(string json)
    {
        var error = Assert.Throws<BadInputException>(() => Read<Iova>(json));
        Assert.Equal("1:1: expected a number such as \"0x1000\"", error.Message);
    }

    [Fact]
    public void Digits_of_both_cases_are_read() => Assert.Equal(new Iova(0xabcdef), Read<Iova>("\"0xABCdef\""));

    [Fact]
    public void A_value_after_the_value_is_refused()
    {
        var error = Assert.Throws<BadInputException>(() => Read<int>("1 2"));
        Assert.Equal((1, 3), (error.Line, error.Column));
    }

    [Fact]
    public void An_error_is_one_line_whatever_the_text_holds()
    {
        var text = "{\"\\u001b[31m" + new string('x', 500) + "\": 1}";
        var error = Assert.Throws<BadInputException>(() => Read(text));
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.InRange(error.Message.Length, 1, 150);
    }

    private static string Nested(int depth) => new StringBuilder()
        .Insert(0, "{\"inside\":[", depth).Insert(11 * depth, "]}", depth).ToString();

    private static int Depth(Nest nest) => 1 + nest.Inside.Select(Depth).DefaultIfEmpty(0).Max();

    private static object? Read(string json) =>
        JsonCodec.Read(Encoding.UTF8.GetBytes(json), Shape.Of(typeof(Nest)), "");

    private static T Read<T>(string json) =>
        (T)JsonCodec.Read(Encoding.UTF8.GetBytes(json), Shape.Of(typeof(T)), "")!;

    private static Int128 Integer(string json, ulong most) =>
        new JsonCursor(Encoding.UTF8.GetBytes(json), "").Integer(0, most);

    // A type that holds itself: the area's own types never nest that deep.
    private sealed record Nest(ValueList<Nest> Inside);
}
