using IoSpec.Tests.Support;
using IoSpec.Tests.Tool;
using Xunit;

namespace IoSpec.Tests.Html;

public sealed class ExportTests
{
    private const string Folder = "properties/Tests/Html/Exported";
    private static readonly string Scenario = Path.Combine(Repository.Root, Folder, "failure.scenario.json");

    /// <summary>The test that is written is one of these tests: it compiles, and holds on the reference.</summary>
    [Fact]
    public void A_scenario_is_written_as_a_test_that_compiles()
    {
        using var run = new ToolRun();
        Assert.Equal(0, run.Run(
            "export", Scenario, "--to", "xunit", "--namespace", "IoSpec.Tests.Html.Exported"));
        Assert.Equal(Repository.Text($"{Folder}/{nameof(Exported.DirtyLog02PageReportMissing)}.cs"), run.Output);
    }

    [Fact]
    public void A_scenario_is_written_for_an_issue_and_can_be_replayed_from_there()
    {
        using var run = new ToolRun();
        Assert.Equal(0, run.Run("export", Scenario, "--to", "markdown", "-o", run["issue.md"]));
        var text = File.ReadAllText(run["issue.md"]);
        var start = text.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var json = text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
        Assert.Equal(File.ReadAllText(Scenario), json);
        Assert.Contains("| **4** | report at&#61;0x8000003000", text, StringComparison.Ordinal);
        Assert.Equal(0, run.Run("replay", run.Write("again.scenario.json", json)));
        Assert.Equal(1, run.Run(
            "replay", run["again.scenario.json"], "--on", "mutant:dirty-crossing-write-marks-one-page-less"));
    }

    [Fact]
    public void An_unknown_form_is_one_line()
    {
        using var run = new ToolRun();
        Assert.Equal(2, run.Run("export", Scenario, "--to", "xunits"));
        Assert.StartsWith("iospec: --to: unknown form 'xunits'", run.Error, StringComparison.Ordinal);
    }
}
