using System.Text;
using IoSpec.Engine;
using IoSpec.Tool.Planning;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class WaiverCommandTests
{
    private const string Mutant = "mutant:unmap-forgets-last-page";

    private static readonly Waiver Added = new(
        "W-2", "IOMMU-MAP-01", "IOMMU-MAP-01/a/dma/stale", "qemu:vtd", new VersionRange("7.2", "10.1"),
        "It says \"no\" – ever.", "chapter 7", "2030-12-31");

    private const string One = """
        { "id": "W-1", "requirement": "IOMMU-MAP-01", "signature": "IOMMU-MAP-01/b", "target": "t", "reason": "r",
          "source": "" }
        """;

    public static TheoryData<string, string, string> Files { get; } = new()
    {
        { "flat", "{\"schema\":\"iospec/waivers/1\",\"waivers\":[" + One, "]}" },
        { "flat and empty", "{\"schema\":\"iospec/waivers/1\",\"waivers\":[", "]}" },
        { "in lines", "{\n  \"schema\": \"iospec/waivers/1\",\n  \"waivers\": [\n    " + One, "\n  ]\n}\n" },
        { "odd", "\n{ \"waivers\":\t[\n\t" + One, "\n\n\t], \"schema\": \"iospec/waivers/1\" }" },
        {
            "with other line ends",
            "{\r\n  \"schema\": \"iospec/waivers/1\",\r\n  \"waivers\": [\r\n    " + One, "\r\n  ]\r\n}\r\n"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void All_bytes_stay_where_they_are_but_for_the_waiver_that_is_added(string what, string before, string after)
    {
        var file = Encoding.UTF8.GetBytes(before + after);
        var text = Encoding.UTF8.GetString(WaiverText.Add(file, Added));
        Assert.StartsWith(before, text, StringComparison.Ordinal);
        Assert.EndsWith(after, text, StringComparison.Ordinal);
        var waivers = WaiverFiles.Parse(Encoding.UTF8.GetBytes(text), what);
        Assert.Equal(WaiverFiles.Parse(file, what).Append(Added), waivers);
        var hasReturns = text.Contains("\",\r\n", StringComparison.Ordinal);
        Assert.Equal(before.Contains('\r', StringComparison.Ordinal), hasReturns);
    }

    [Fact]
    public void A_failure_of_a_run_is_waived_afterwards()
    {
        using var run = new ToolRun();
        string[] command = ["run", Mutant, "-a", "iommu", "--cases", "200", "-o", run["out"]];
        Assert.Equal(1, run.Run(command));
        var scenarios = Directory.GetFiles(run["out/failures"]);
        for (var i = 0; i < scenarios.Length; i++) Assert.Equal(0, Add(run, scenarios[i], $"W-{i}"));
        Assert.Equal(0, run.Run([.. command, "--waivers", run["waivers.json"]]));
        Assert.Contains("verdict: WAIVED", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Run("waivers", "check", run["waivers.json"]));
        Assert.Contains("good  W-0  IOMMU-", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Run("waivers", "explain", "W-0", run["waivers.json"]));
        Assert.Contains("reason       known", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, Add(run, scenarios[0], "W-0"));
        Assert.Contains("a second waiver \"W-0\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_added_from_the_results_by_its_signature()
    {
        using var run = new ToolRun();
        run.Run("run", Mutant, "-a", "iommu", "--cases", "200", "-o", run["out"]);
        var results = run["out/results.json"];
        var signature = IoSpec.Tool.Comparing.ResultsFile.Read(results)[0].Failures[0].Name;
        Assert.Equal(0, Add(run, results, "W-1", "--signature", signature, "--versions", "1.0..2.0"));
        var waiver = Assert.Single(WaiverFiles.ReadOnly(run["waivers.json"]));
        Assert.Equal((signature, Mutant), (waiver.Signature, waiver.Target));
        Assert.Equal(new VersionRange("1.0", "2.0"), waiver.Versions);
        Assert.Equal(2, Add(run, results, "W-2", "--signature", "IOMMU-MAP-01/nothing"));
        Assert.Equal(2, Add(run, results, "W-2"));
        Assert.Equal(2, Add(run, results, "W-2", "--signature", signature, "--versions", "1.0"));
        Assert.Single(WaiverFiles.ReadOnly(run["waivers.json"]));
    }

    [Theory]
    [InlineData("[", ":1:")]
    [InlineData("{ \"schema\": \"iospec/waivers/2\",\n\"waivers\": [] }", ":1:")]
    [InlineData("{ \"schema\": \"iospec/waivers/1\",\n\"waivers\": [ { \"id\": \"\" } ] }", ":2:")]
    [InlineData("{ \"schema\": \"iospec/waivers/1\", \"waivers\": [\nnull ] }", ":2:")]
    public void A_bad_file_is_one_line_with_the_place(string text, string place)
    {
        using var run = new ToolRun();
        var path = run.Write("waivers.json", text);
        string[][] commands =
        [
            ["waivers", "check", path],
            ["waivers", "explain", "W-1", path],
            ["run", "--waivers", path, "-o", run["out"]],
        ];
        foreach (var command in commands)
        {
            Assert.Equal(2, run.Run(command));
            Assert.StartsWith($"iospec: {path}{place}", run.Error, StringComparison.Ordinal);
            Assert.Equal(1, run.Error.Count(c => c == '\n'));
        }

        var before = File.ReadAllBytes(path);
        Assert.Equal(2, Add(run, run.Write("r.json", "{}"), "W-1", "--signature", "s"));
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void An_expired_waiver_and_one_of_an_unknown_target_are_told()
    {
        using var run = new ToolRun();
        var old = WaiverText.Add(WaiverText.Empty, Added with { Expires = "2020-01-31" });
        var text = WaiverText.Add(old, Added with { Id = "W-3", Target = "qmu:vtd", Expires = null });
        var path = run.Write("waivers.json", Encoding.UTF8.GetString(text));
        Assert.Equal(6, run.Run("waivers", "check", path));
        Assert.Contains("expired  W-2  ", run.Output, StringComparison.Ordinal);
        Assert.Contains("unknown target  W-3  ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_suite_s_own_waivers_are_good()
    {
        using var run = new ToolRun();
        Assert.Equal(0, run.Run("waivers", "check"));
    }

    private static int Add(ToolRun run, string from, string id, params string[] further)
    {
        string[] waiver = ["--id", id, "--reason", "known", "--source", "here", "--to", run["waivers.json"]];
        return run.Run(["waivers", "add", from, .. waiver, .. further]);
    }
}
