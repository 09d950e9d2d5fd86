using System.Text.Json.Nodes;
using IoSpec.Tests.Support;
using IoSpec.Tests.Tool;
using Xunit;

namespace IoSpec.Tests.Exec;

/// <summary>The plug-ins in other languages that come with the suite, and those that it writes.</summary>
public sealed class SampleHarnessTests
{
    [SkippableTheory]
    [InlineData("python")]
    [InlineData("c")]
    [InlineData("rust")]
    public void A_good_plug_in_conforms(string language)
    {
        Language.Require(language);
        using var run = new ToolRun();
        Assert.Equal(0, run.Run(
            "run", Connection(language, "run"), "-a", "iommu,dirty", "--cases", "60", "--validate-wire",
            "-o", run["out"]));
    }

    [SkippableTheory]
    [Trait("Category", "Slow")]
    [InlineData("python", "iommu")]
    [InlineData("python", "dirty")]
    [InlineData("c", "iommu")]
    [InlineData("c", "dirty")]
    [InlineData("csharp", "iommu")]
    [InlineData("rust", "iommu")]
    [InlineData("rust", "dirty")]
    public void Its_wrong_twin_fails_in_a_few_operations(string language, string area)
    {
        Language.Require(language);
        using var run = new ToolRun();
        Assert.Equal(1, run.Run(
            "run", Connection(language, "run-wrong"), "-a", area, "--cases", "60", "-o", run["out"]));
        var results = JsonNode.Parse(File.ReadAllText(run["out/results.json"]))!;
        var failures = results["targets"]![0]!["failures"]!.AsArray();
        Assert.NotEmpty(failures);
        Assert.All(failures, failure => Assert.InRange((int)failure!["operations"]!, 1, 8));
    }

    [SkippableTheory]
    [Trait("Category", "Slow")]
    [InlineData("csharp")]
    public void A_good_plug_in_that_takes_long_to_build_conforms(string language)
    {
        A_good_plug_in_conforms(language);
        A_plug_in_that_is_new_runs_at_once(language);
    }

    [SkippableTheory]
    [InlineData("python")]
    [InlineData("c")]
    [InlineData("rust")]
    public void A_plug_in_that_is_new_runs_at_once(string language)
    {
        Language.Require(language);
        using var run = new ToolRun();
        Assert.Equal(0, run.Run("harness", "new", "--lang", language, run["mine"]));
        Assert.Equal(0, run.Run("harness", "check", $"exec:'{run["mine/run"]}'"));
        Assert.EndsWith("the protocol is kept: 7 tests\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Run("harness", "new", "--lang", language, run["mine"]));
        Assert.EndsWith("it is there already\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_is_not_known_is_refused()
    {
        using var run = new ToolRun();
        Assert.Equal(2, run.Run("harness", "new", "--lang", "pyton", run["mine"]));
        Assert.StartsWith(
            "iospec: unknown language 'pyton'; did you mean 'python'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_area_that_a_plug_in_does_not_offer_is_refused_and_unasked_left_out()
    {
        using var run = new ToolRun();
        var hello = ShellPlugin.GoodHello.Replace("iommu", "zpci", StringComparison.Ordinal);
        using var plugin = new ShellPlugin("exit", hello);
        Assert.Equal(2, run.Run("run", $"exec:{plugin.Command}", "-a", "iommu"));
        Assert.EndsWith("does not offer the area 'iommu'\n", run.Error, StringComparison.Ordinal);
    }

    private static string Connection(string language, string file) =>
        $"exec:'{Path.Combine(Repository.Root, "fixtures/harnesses", language, file)}'";
}
