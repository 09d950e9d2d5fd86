using IoSpec.Engine;
using IoSpec.Tool.Comparing;
using IoSpec.Tool.Output;
using VerifyXunit;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class MatrixTests
{
    [Fact]
    public Task A_matrix_looks_like_this() => Verifier.Verify(
        string.Join("\n", new[] { 120, 60, 30, 20 }.Select(width => $"{width} columns\n{Text(width)}")));

    [Theory]
    [InlineData(120)]
    [InlineData(60)]
    [InlineData(30)]
    public void No_line_of_the_table_is_wider_than_the_terminal(int width) => Assert.All(
        Text(width).Split('\n').TakeWhile(line => !line.StartsWith("iommu:", StringComparison.Ordinal)),
        line => Assert.True(line.Length <= width, line));

    [Fact]
    public void A_single_target_has_no_matrix()
    {
        using var text = new StringWriter();
        new MatrixText(text, new Style(hasColour: false), 100).Write(Matrix.Of([JudgedTargets.Three[0]]));
        Assert.Equal("", text.ToString());
    }

    [Fact]
    public void With_colours_the_columns_stay_where_they_are()
    {
        using var text = new StringWriter { NewLine = "\n" };
        new MatrixText(text, new Style(hasColour: true), 60).Write(Matrix.Of(JudgedTargets.Three));
        var painted = text.ToString();
        Assert.Contains("\e[36mWAIVED\e[0m", painted, StringComparison.Ordinal);
        Assert.Contains("\e[31;1mCRASH\e[0m", painted, StringComparison.Ordinal);
        foreach (var code in new[] { "\e[31;1m", "\e[36m", "\e[33m", "\e[32m", "\e[2m", "\e[1m", "\e[0m" })
            painted = painted.Replace(code, "", StringComparison.Ordinal);
        Assert.Equal(Text(60), painted);
    }

    [Fact]
    public void Every_verdict_has_a_letter_of_its_own()
    {
        var letters = VerdictOrder.All.Select(MatrixForm.Letter).ToList();
        Assert.All(letters, letter => Assert.Equal(1, letter.Length));
        Assert.Equal(letters.Count, letters.Distinct(StringComparer.Ordinal).Count());
    }

    private static string Text(int width)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new MatrixText(text, new Style(hasColour: false), width).Write(Matrix.Of(JudgedTargets.Three));
        return text.ToString();
    }
}
