using System.Text;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class BadJsonTests
{
    public static TheoryData<string, string, string> Spoiled { get; } = new()
    {
        { "'detail': 'é'", "'detail': '\\ud800'", "31:48: seen[1].detail: the text is not valid Unicode" },
        {
            "'detail': 'é'}", "'detail': 'é'",
            "32:3: seen[1].detail: no valid JSON: ']' is invalid without a matching open"
        },
        {
            "'detail': 'é'}", "'detail': 'é'},",
            "32:3: seen[2]: no valid JSON: The JSON array contains a trailing comma at the end which is "
            + "not supported in this mode. Change the reader options"
        },
        { "'allowed': ''", "'allowed': ''] ", "33:16: allowed: no valid JSON: ']' is invalid without a matching open" },
        {
            "'allowed': ''", "'allowed': '' /* none */",
            "33:17: allowed: no valid JSON: '/' is invalid after a value. Expected either ',', '}', or ']'"
        },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void Text_that_is_no_JSON_is_reported_where_it_breaks(string place, string spoiled, string message) =>
        Assert.Equal($"{BadScenario.Name}:{message}", BadScenario.ErrorOf(place, spoiled));

    [Theory]
    [InlineData("", "1:1: the text ends too early")]
    [InlineData("  \n ", "2:2: the text ends too early")]
    [InlineData("[]", "1:1: expected an object")]
    [InlineData("{}", "1:2: expected \"schema\" as the first member")]
    [InlineData("null", "1:1: expected an object")]
    [InlineData("\ufeff{}", "1:1: no valid JSON: '0xEF' is an invalid start of a value")]
    [InlineData("{\"schema\"", "1:10: the text ends too early")]
    public void A_text_that_is_no_scenario_at_all_is_reported_at_its_start(string text, string message) =>
        Assert.Equal($"{BadScenario.Name}:{message}", BadScenario.ErrorOf(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_scenario_that_is_cut_anywhere_is_said_to_end_too_early()
    {
        var whole = Encoding.UTF8.GetBytes(BadScenario.Good);
        for (var length = 0; length < whole.Length; length++)
        {
            var message = BadScenario.ErrorOf(whole[..length]);
            Assert.Matches("the text ends too early$|end of data", message);
        }
    }

    [Fact]
    public void A_second_value_behind_the_scenario_is_reported()
    {
        var whole = Encoding.UTF8.GetBytes(BadScenario.Good);
        Assert.Equal(
            $"{BadScenario.Name}:35:1: no valid JSON: '{{' is invalid after a single JSON value. Expected end of data",
            BadScenario.ErrorOf([.. whole, .. "\n{}"u8]));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_reported()
    {
        var whole = Encoding.UTF8.GetBytes(BadScenario.Good);
        var at = whole.AsSpan().IndexOf("0.1.0"u8);
        whole[at] = 0xff;
        Assert.Equal($"{BadScenario.Name}:3:12: suite: the text is not valid Unicode", BadScenario.ErrorOf(whole));
    }

    [Fact]
    public void Columns_count_characters_and_not_bytes() => Assert.Equal(
        $"{BadScenario.Name}:31:55: seen[1].x: this member is unknown",
        BadScenario.ErrorOf("'detail': 'é'}", "'detail': 'é字\U0001f600', 'x': 0}"));
}
