using IoSpec.Contracts;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain é 字 \U0001f600", "plain é 字 \U0001f600")]
    [InlineData("a\nb\tc", "a\\u{a}b\\u{9}c")]
    [InlineData("\u001b[31mred", "\\u{1b}[31mred")]
    [InlineData("right\u202eleft", "right\\u{202e}left")]
    [InlineData("line\u2028paragraph\u2029", "line\\u{2028}paragraph\\u{2029}")]
    [InlineData("own\ue000use", "own\\u{e000}use")]
    [InlineData("flag\U000e0001", "flag\\u{e0001}")]
    public void What_cannot_be_seen_is_written_as_its_number(string words, string line) =>
        Assert.Equal(line, OneLine.Of(words));

    [Fact]
    public void Half_a_character_is_written_as_its_number()
    {
        Assert.Equal("a\\u{d83d}b", OneLine.Of("a\ud83db"));
        Assert.Equal("end\\u{d83d}", OneLine.Of("end\ud83d"));
        Assert.Equal("\\u{de00}", OneLine.Of("\ude00"));
    }

    [Fact]
    public void Long_text_is_cut()
    {
        Assert.Equal("abc…", OneLine.Of("abcd", most: 3));
        Assert.Equal("abcd", OneLine.Of("abcd", most: 4));
    }
}
