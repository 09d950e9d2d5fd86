using IoSpec.Exec;
using Xunit;

namespace IoSpec.Tests.Exec;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("  a  b\tc ", "a|b|c")]
    [InlineData("./run --size=3 '$HOME' `id`", "./run|--size=3|$HOME|`id`")]
    [InlineData("a 'b c' \"d e\"", "a|b c|d e")]
    [InlineData("a''b \"\" ''", "ab||")]
    [InlineData(@"a\ b 'c\d' ""e\""f\\g\h""", @"a b|c\d|e""f\g\h")]
    [InlineData("a;b && c > d | e", "a;b|&&|c|>|d|#|e")]
    public void A_command_is_split_as_a_shell_splits_it_and_nothing_is_expanded(string command, string words) =>
        Assert.Equal(
            words, string.Join('|', CommandWords.Split(command)).Replace("|||", "|#|", StringComparison.Ordinal));

    [Theory]
    [InlineData("", "it names no program")]
    [InlineData("   ", "it names no program")]
    [InlineData("a 'b", "the quote ' is not closed")]
    [InlineData("a \"b", "the quote \" is not closed")]
    [InlineData("a\\", "a backslash is its last character")]
    [InlineData("a\0b", "it holds a zero character")]
    public void A_command_that_cannot_be_meant_is_refused(string command, string problem) =>
        Assert.Equal(problem, Assert.Throws<FormatException>(() => CommandWords.Split(command)).Message);
}
