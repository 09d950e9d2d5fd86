using System.Text.Json.Nodes;
using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class CoverageTests
{
    private static readonly string[] WithoutUnmap =
        ["run", "reference", "-a", "iommu", "--without", "unmap", "--cases", "200", "-o"];

    [Fact]
    public void A_generator_that_never_unmaps_leaves_a_run_inconclusive_and_names_what_it_left_out()
    {
        using var run = new ToolRun();
        Assert.Equal(ExitCode.Inconclusive, run.Run([.. WithoutUnmap, run["out"]]));
        Assert.Contains("\nUNTESTED  IOMMU-UNM-01  ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nverdict: UNTESTED (exit 5)\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(" --without unmap\n", run.Output, StringComparison.Ordinal);
        var pairs = Coverage(run["out"])["pairs"]!.AsObject();
        Assert.DoesNotContain(pairs, pair => pair.Key.EndsWith(">unmap", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Conforms, run.Run(
            "run", "reference", "-a", "iommu", "--cases", "200", "-o", run["whole"]));
    }

    [Fact]
    public void Operations_are_left_out_in_worker_processes_too()
    {
        using var run = new ToolRun();
        var plugin = Path.Combine(Repository.Root, "fixtures/harnesses/python/run");
        run.Run("run", $"exec:{plugin}", "-a", "iommu", "--without", "dma", "--cases", "20", "-o", run["out"]);
        var pairs = Coverage(run["out"])["pairs"]!.AsObject();
        Assert.NotEmpty(pairs);
        Assert.DoesNotContain(pairs, pair => pair.Key.Contains("dma", StringComparison.Ordinal));
    }

    [Fact]
    public void An_operation_that_no_area_has_is_one_line()
    {
        using var run = new ToolRun();
        Assert.Equal(ExitCode.Usage, run.Run("run", "reference", "-a", "iommu", "--without", "unmp"));
        Assert.Equal("iospec: unknown operation 'unmp'; did you mean 'unmap'?\n", run.Error);
    }

    [Fact]
    public void Gaps_are_named_with_what_of_the_generator_would_fill_them()
    {
        using var run = new ToolRun();
        run.Run([.. WithoutUnmap, run["out"]]);
        var results = run["out/results.json"];
        Assert.Equal(ExitCode.Conforms, run.Run("coverage", "show", results));
        Assert.Matches("reference +iommu +200 ", run.Output);
        Assert.Equal(ExitCode.Conforms, run.Run("coverage", "gaps", results, "--format", "json"));
        var gaps = JsonNode.Parse(run.Output)!.AsArray();
        Assert.Contains(gaps, gap => (string)gap!["id"]! == "IOMMU-UNM-01" && (string)gap["kind"]! == "requirement");
        Assert.Contains(gaps, gap => (string)gap!["id"]! == "unmap/part"
            && (string)gap["generator"]! == "properties/Areas: MappingDraw");
    }

    [Fact]
    public void Too_little_coverage_has_its_own_exit_code()
    {
        using var run = new ToolRun();
        run.Run([.. WithoutUnmap, run["out"]]);
        Assert.Equal(ExitCode.CoverageMissed, run.Run("coverage", "show", run["out/results.json"], "--at-least", "99"));
        Assert.Equal(ExitCode.Conforms, run.Run("coverage", "show", run["out/results.json"], "--at-least", "50"));
        string[] few = ["run", "reference", "-a", "iommu", "--cases", "8", "-o", run["few"]];
        Assert.Equal(ExitCode.CoverageMissed, run.Run([.. few, "--cover-at-least", "100"]));
        Assert.Contains("\ncoverage: iommu of reference: ", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, run.Run([.. few, "--cover-at-least", "101"]));
    }

    [Fact]
    public void Every_coverpoint_has_a_part_of_the_generator_that_brings_it_about()
    {
        var areas = Path.Combine(Repository.Root, "properties/Areas");
        foreach (var area in AreaCatalogue.All)
        {
            foreach (var point in area.Coverpoints.All)
            {
                var draw = Knob.Of(area.Knobs, point.Id);
                Assert.True(draw is not null, $"{area.Id}: no knob for {point.Id}");
                Assert.NotEmpty(Directory.GetFiles(areas, draw + ".cs", SearchOption.AllDirectories));
            }
        }
    }

    private static JsonNode Coverage(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["targets"]![0]!["coverage"]!["iommu"]!;
}
