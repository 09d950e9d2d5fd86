using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Comparing;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class BisectTests
{
    private const string Bad = "mutant:unmap-forgets-last-page";

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1000)]
    public void The_place_is_found_in_a_logarithm_of_tries(int count)
    {
        for (var first = 1; first < count; first++)
        {
            foreach (var isFix in (bool[])[false, true])
            {
                var bisection = new Bisection(count, index => index >= first != isFix);
                Assert.Equal((first - 1, first), bisection.Run());
                Assert.InRange(bisection.Known.Count, 2, 4 + (int)Math.Ceiling(Math.Log2(count)));
            }
        }
    }

    [Theory]
    [InlineData("101", "the first and the last target are alike: both show it")]
    [InlineData("010", "the first and the last target are alike: both do not show it")]
    [InlineData("?01", "of the first target it cannot be told whether it shows it")]
    [InlineData("01?", "of the last target it cannot be told whether it shows it")]
    [InlineData("00100000111", "it comes and goes: number 3 of 11 shows it, numbers 1 and 6 do not")]
    [InlineData("00011110111", "it comes and goes: number 8 of 11 does not show it, numbers 6 and 11 do")]
    public void A_list_without_one_place_is_one_line(string list, string problem) =>
        Assert.Equal(problem, Assert.Throws<UsageException>(() => Of(list).Run()).Message);

    [Fact]
    public void What_cannot_be_tried_is_gone_around()
    {
        Assert.Equal((2, 4), Of("000?1?1").Run());
        Assert.Equal((1, 5), Of("00???11").Run());
    }

    [Fact]
    public void The_command_finds_the_first_target_on_which_a_scenario_fails()
    {
        using var run = Failed(out var scenario);
        Assert.Equal(0, run.Run(
            "bisect", scenario, "reference", "optimized", "reference", "optimized", Bad, Bad, Bad));
        Assert.Contains($"first with it: {Bad} (5 of 7)\nlast without it: optimized\n", run.Output,
            StringComparison.Ordinal);
        Assert.Equal(0, run.Run("bisect", scenario, "--as", "{}", Bad, Bad, "reference"));
        Assert.Contains("first without it: reference (3 of 3)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_list_of_targets_is_one_line()
    {
        using var run = Failed(out var scenario);
        Refuses(run, "alike: both show it", scenario, Bad, Bad);
        Refuses(run, "alike: both do not show it", scenario, "reference", "optimized");
        Refuses(run, "of the last target it cannot be told", scenario, "reference", "dll:none.dll!No");
        Refuses(run, "unknown target", scenario, "reference", "nonsense");
        Refuses(run, "does not offer the area 'iommu'", scenario, "reference", "optimized:vtd");
        Refuses(run, "there is no {} in it", scenario, "--as", "reference", "a", "b");
        Refuses(run, "", scenario, "reference");
        Refuses(run, "cannot read", run["none"], "reference", Bad);
    }

    private static Bisection Of(string list) =>
        new(list.Length, index => list[index] switch { '1' => true, '?' => null, _ => false });

    private static ToolRun Failed(out string scenario)
    {
        var run = new ToolRun();
        run.Run("run", Bad, "-a", "iommu", "--cases", "100", "-o", run["out"]);
        scenario = run["out/failures/iommu-inv-02-landed-dma-stale.scenario.json"];
        return run;
    }

    private static void Refuses(ToolRun run, string problem, params string[] arguments)
    {
        Assert.Equal(2, run.Run(["bisect", .. arguments]));
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }
}
