using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Faulty;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Formats;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;
using Xunit;

namespace IoSpec.Tests.Tool;

/// <summary>A product that crashes: its makers learn how, and nobody else does.</summary>
[Collection(PrivateFolder.Name)]
public sealed class PrivateFindingsTests
{
    private const string Product = "qemu:fake?bin=old";
    private const string Version = "7.2.1";

    // What would tell how to crash it, wherever it stood.
    private static readonly string[] Telling =
        ["unmap domain", "map domain", "cannot unmap", "threw", "\"operation\"", "InvalidOperation"];

    [Fact]
    public void A_new_crash_of_a_product_is_nowhere_without_the_private_folder()
    {
        using var run = new ToolRun();
        PrivateFolder.While(null, () => AssertHidden(Everything(Judge(isProduct: true, []), run["out"])));
        Assert.False(Directory.Exists(run["out"]));
    }

    [Fact]
    public void Target_version_and_kind_are_told()
    {
        using var run = new ToolRun();
        PrivateFolder.While(null, () =>
        {
            var text = Everything(Judge(isProduct: true, []), run["out"]);
            Assert.Contains("CRASH  IOMMU-LIVE-01", text, StringComparison.Ordinal);
            Assert.Contains($"{Product} {Version}", text, StringComparison.Ordinal);
            Assert.Contains("\"verdict\": \"CRASH\"", text, StringComparison.Ordinal);
            Assert.Contains("private: 1 finding not shown here; set IOSPEC_", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Scenario_and_report_are_in_the_private_folder_and_only_there()
    {
        using var run = new ToolRun();
        PrivateFolder.While(run["hidden"], () => AssertHidden(Everything(Judge(isProduct: true, []), run["out"])));
        Assert.False(Directory.Exists(run["out"]));
        var files = Directory.GetFiles(run["hidden"]).Order(StringComparer.Ordinal).ToList();
        Assert.Equal([".json", ".txt"], files.Select(file => Path.GetExtension(file)), StringComparer.Ordinal);
        Assert.All(files, file => Assert.Contains("unmap", File.ReadAllText(file), StringComparison.Ordinal));
        var scenario = ScenarioFile.Read(files[0]).Scenario;
        Assert.Equal(("IOMMU-LIVE-01", "CRASH", Product), (scenario.Requirement, scenario.Verdict, scenario.Target));
    }

    [Theory]
    [InlineData("withheld", "7.0", true)]
    [InlineData("withheld", "9.0", true)]
    [InlineData("Everybody knows.", "7.0", false)]
    public void A_waiver_decides_whatever_version_it_is_about(string reason, string from, bool isPrivate)
    {
        const string Signature = "IOMMU-LIVE-01/threw/unmap/missing";
        var waiver = new Waiver(
            "W-1", "IOMMU-LIVE-01", Signature, "qemu:fake", new VersionRange(from, "10.0"), reason, "", null);
        var failure = Assert.Single(Judge(isProduct: true, [waiver]).Failures);
        Assert.Equal(isPrivate, failure.IsPrivate);
        Assert.Equal(from == "7.0", failure.Waiver is not null);
    }

    [Fact]
    public void The_crash_of_one_s_own_class_is_shown() =>
        Assert.False(Assert.Single(Judge(isProduct: false, []).Failures).IsPrivate);

    [Fact]
    public void What_a_waiver_withholds_is_in_no_file_of_a_run()
    {
        using var run = new ToolRun();
        var waivers = run.Write("waivers.json", """
            { "schema": "iospec/waivers/1", "waivers": [
              { "id": "W-1", "requirement": "IOMMU-LIVE-01", "signature": "IOMMU-LIVE-01/threw/unmap/missing",
                "target": "dll:NAME", "reason": "withheld", "source": "" } ] }
            """.Replace("NAME", $"{typeof(BadIommu).Assembly.Location}!{nameof(ThrowsOnUnmap)}"));
        string[] command =
        [
            "run", $"dll:{typeof(BadIommu).Assembly.Location}!{nameof(ThrowsOnUnmap)}", "-r", "IOMMU-LIVE-01",
            "--cases", "40", "--waivers", waivers, "-o", run["out"], "--format", $"junit={run["out/junit.xml"]}",
        ];
        PrivateFolder.While(null, () => Assert.Equal(0, run.Run(command)));
        AssertHidden(run.Output + string.Concat(Files(run["out"]).Select(File.ReadAllText)));
        Assert.Equal(
            ["events.ndjson", "junit.xml", "results.json"], Files(run["out"]).Select(Path.GetFileName),
            StringComparer.Ordinal);
        PrivateFolder.While(run["hidden"], () => Assert.Equal(0, run.Run(command)));
        AssertHidden(run.Output + string.Concat(Files(run["out"]).Select(File.ReadAllText)));
        Assert.Equal(2, Files(run["hidden"]).Count());
    }

    [Fact]
    public void What_is_withheld_is_found_again_by_a_run_that_goes_on_and_counted_in_what_is_made_of_its_journal()
    {
        using var run = new ToolRun();
        var target = $"dll:{typeof(BadIommu).Assembly.Location}!{nameof(ThrowsOnUnmap)}";
        var waivers = run.Write("waivers.json", $$"""
            { "schema": "iospec/waivers/1", "waivers": [
              { "id": "W-1", "requirement": "IOMMU-LIVE-01", "signature": "IOMMU-LIVE-01/threw/unmap/missing",
                "target": "{{target}}", "reason": "withheld", "source": "" } ] }
            """);
        run.Run("run", target, "-r", "IOMMU-LIVE-01", "--cases", "40", "--waivers", waivers, "-o", run["out"]);
        var wanted = RunResultText.Of(run["out"]);
        Assert.Contains("\"waiver\": \"W-1\"", wanted, StringComparison.Ordinal);
        run.Run("report", "merge", run["out/events.ndjson"], "-o", run["merged"]);
        Assert.Equal(wanted, RunResultText.Of(run["merged"]));
        AssertHidden(RunResultText.Of(run["merged"]));
        Assert.Equal(0, run.Run("run", "--resume", run["out"]));
        Assert.Equal(wanted, RunResultText.Of(run["out"]));
        AssertHidden(string.Concat(Files(run["out"]).Select(File.ReadAllText)));
    }

    [Fact]
    public void A_private_folder_that_cannot_be_written_ends_the_run_before_it_begins()
    {
        using var run = new ToolRun();
        var file = run.Write("file", "");
        PrivateFolder.While(Path.Combine(file, "below"), () => Assert.Equal(2, run.Run("run", "-o", run["out"])));
        Assert.StartsWith("iospec: cannot write '", run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static void AssertHidden(string text) =>
        Assert.All(Telling, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));

    private static TargetVerdict Judge(bool isProduct, IReadOnlyList<Waiver> waivers)
    {
        var area = new IommuArea();
        var source = new TargetSource("", NeedsWorker: true, () => new ThrowsOnUnmap());
        var result = new Campaign(area, new CampaignSettings { Cases = 20 }, null).RunHere(source) with
        {
            Target = new TargetIdentity("fake", Version),
        };
        var target = new WaivedTarget(Product, Version, isProduct);
        var verdict = AreaVerdict.Of(result, target, _ => true, new WaiverBook(waivers), strict: false);
        return new TargetVerdict(Product, [verdict], null);
    }

    // All that a run writes but the private folder, as one text.
    private static string Everything(TargetVerdict target, string folder)
    {
        var plan = new RunPlan
        {
            Targets = [new PlannedTarget(Product, null, null)],
            Selection = Selection.Of(["iommu"], []),
            Profile = Profile.All[0],
            Seed = 1,
            Jobs = 1,
            Waivers = WaiverBook.Empty,
            Settings = [],
        };
        var verdict = new RunVerdict([target], [], IsStrict: false, IsInterrupted: false);
        var report = new RunReport(plan, verdict, FailureFiles.Write(folder, plan, verdict), "results.json");
        using var text = new StringWriter { NewLine = "\n" };
        new PrettyReport(text, new Style(hasColour: false), 100).End(report);
        var json = JsonReport.Of(report);
        var results = RunFolder.Of(json, folder);
        return text + json + string.Concat(ReportFormat.Names.Select(name => ReportFormat.Text(name, results)));
    }
}
