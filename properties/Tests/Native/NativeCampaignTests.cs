using System.Text.Json.Nodes;
using IoSpec.Tests.Support;
using IoSpec.Tests.Tool;
using Xunit;

namespace IoSpec.Tests.Native;

/// <summary>Whole runs on shared libraries.</summary>
public sealed class NativeCampaignTests
{
    [SkippableFact]
    public void The_sample_conforms_and_a_new_plug_in_runs_at_once()
    {
        Language.Require("native");
        using var run = new ToolRun();
        Assert.Equal(0, run.Run("run", $"native:{Sample("plugin.so")}", "--cases", "60", "-o", run["out"]));
        Assert.Equal(0, run.Run("harness", "new", "--lang", "native", run["mine"]));
        Assert.Contains("build it: ", run.Output, StringComparison.Ordinal);
        Shell.Run(run["mine/build"]);
        Assert.Equal(1, run.Run("run", $"native:{run["mine/device.so"]}", "--cases", "4", "-o", run["out"]));
        Assert.Contains("IOMMU-CAP-01", run.Output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("iommu")]
    [InlineData("dirty")]
    public void Its_wrong_twin_fails_in_a_few_operations(string area)
    {
        Language.Require("native");
        using var run = new ToolRun();
        Assert.Equal(1, run.Run(
            "run", $"native:{Sample("wrong.so")}", "-a", area, "--cases", "60", "-o", run["out"]));
        var failures = FailuresIn(run["out/results.json"]);
        Assert.NotEmpty(failures);
        Assert.All(failures, failure => Assert.InRange((int)failure!["operations"]!, 1, 8));
    }

    [SkippableTheory]
    [Trait("Category", "Slow")]
    [InlineData("*(volatile int *)8 = 1;", "CRASH")]
    [InlineData("exit(3);", "CRASH")]
    [InlineData("for (;;) pause();", "HANG")]
    [InlineData("for (int i = 0; i < 9999; i++) { puts(\"{}\"); fputs(\"no line\", stderr); } return 7;", "CRASH")]
    public void What_it_does_at_work_has_its_verdict(string atWork, string verdict)
    {
        using var library = new BuiltLibrary(atWork);
        using var run = new ToolRun();
        Assert.Equal(1, run.Run("run", $"native:{library.Path}", "--cases", "1", "-o", run["out"]));
        var failures = FailuresIn(run["out/results.json"]);
        Assert.NotEmpty(failures);
        Assert.All(failures, failure =>
        {
            Assert.Equal("IOMMU-LIVE-01", (string?)failure!["requirement"]);
            Assert.Equal(verdict, (string?)failure["verdict"]);
            Assert.Equal(1, (int)failure["operations"]!);
        });
    }

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_child_that_holds_the_pipes_ends_with_the_worker()
    {
        using var run = new ToolRun();
        var children = run["children"];
        using var library = new BuiltLibrary($$"""
            if (fork() == 0) {
                FILE *file = fopen("{{children}}", "a");
                fprintf(file, "%d\\n", (int)getpid());
                fclose(file);
                for (;;) pause();
            }
            usleep(20000);
            _exit(5);
            """);
        Assert.Equal(1, run.Run("run", $"native:{library.Path}", "--cases", "1", "-o", run["out"]));
        Assert.Equal("CRASH", (string?)FailuresIn(run["out/results.json"])[0]!["verdict"]);
        var ids = File.ReadAllLines(children);
        Assert.NotEmpty(ids);
        Findings.None(ids.Where(id => Directory.Exists($"/proc/{id}")).Select(id => $"{id} still lives"));
    }

    private static JsonArray FailuresIn(string path) =>
        JsonNode.Parse(File.ReadAllText(path))!["targets"]![0]!["failures"]!.AsArray();

    private static string Sample(string file)
    {
        var folder = Path.Combine(Repository.Root, "fixtures/harnesses/c");
        Shell.Run(Path.Combine(folder, "build"));
        return Path.Combine(folder, ".build", file);
    }
}
