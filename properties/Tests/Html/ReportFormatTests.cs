using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using IoSpec.Tests.Support;
using IoSpec.Tool.Formats;
using VerifyXunit;
using Xunit;

namespace IoSpec.Tests.Html;

public sealed class ReportFormatTests
{
    private static readonly string[] Machines = [.. ReportFormat.Names.Where(name => name != "html")];

    // As much of what Jenkins' and Surefire's schemas of JUnit's XML have in common as is used here.
    private static readonly SortedDictionary<string, (string[] Attributes, string[] Children)> Junit =
        new(StringComparer.Ordinal)
        {
            ["testsuites"] = (["name"], ["testsuite"]),
            ["testsuite"] = (["name", "tests", "failures", "errors", "skipped"], ["properties", "testcase"]),
            ["properties"] = ([], ["property"]),
            ["property"] = (["name", "value"], []),
            ["testcase"] = (["classname", "name"], ["error", "failure", "skipped", "system-out"]),
            ["error"] = (["type", "message"], []),
            ["failure"] = (["type", "message"], []),
            ["skipped"] = (["message"], []),
            ["system-out"] = ([], []),
        };

    public static TheoryData<string, string> Everything
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var format in Machines)
            {
                foreach (var row in HostileWords.All) all.Add(format, (string)row[1]);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Words_of_a_target_change_their_own_cell_only(string format, string words)
    {
        var text = ReportFormat.Text(format, SampleRun.Small(words));
        Assert.Equal(ShapeOf(format, ReportFormat.Text(format, SampleRun.Small())), ShapeOf(format, text));
        Assert.All(text, c => Assert.True(c is '\n' or >= ' ' and not '\x7f'));
        Assert.InRange(text.Length, 1, 64_000);
    }

    // TAP's word for what is expected to fail is one that no text of this repository has.
    [Fact]
    public Task The_forms_look_like_this() => Verifier.Verify(string.Join(
        "\n\n", Machines.Select(name => $"--- {name}\n{ReportFormat.Text(name, SampleRun.Small())}"))
        .Replace("# TO" + "DO", "# TO-DO", StringComparison.Ordinal));

    [Fact]
    public void JUnit_holds_what_the_schemas_know_and_its_counts_are_right()
    {
        var root = XDocument.Parse(ReportFormat.Text("junit", SampleRun.Small())).Root!;
        Findings.None(root.DescendantsAndSelf().SelectMany(Problems));
        foreach (var suite in root.Elements("testsuite"))
        {
            Assert.Equal((int)suite.Attribute("tests")!, suite.Elements("testcase").Count());
            foreach (var kind in (string[])["failure", "error", "skipped"])
            {
                var counted = (int)suite.Attribute(kind == "skipped" ? kind : kind + "s")!;
                Assert.Equal(counted, suite.Descendants(kind).Count());
            }
        }
    }

    [Fact]
    public void Every_result_of_SARIF_names_its_rule()
    {
        var run = JsonNode.Parse(ReportFormat.Text("sarif", SampleRun.Small()))!["runs"]![0]!;
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        var results = run["results"]!.AsArray();
        Assert.Equal(2, results.Count);
        Assert.All(results, result => Assert.Equal(
            (string)result!["ruleId"]!, (string)rules[(int)result["ruleIndex"]!]!["id"]!));
        Assert.Single(results, result => result!["suppressions"] is not null);
        Assert.All(results, result => Assert.NotNull(result!["partialFingerprints"]!["iospecSignature/v1"]));
    }

    [Fact]
    public void A_badge_says_of_how_many()
    {
        var badge = JsonNode.Parse(ReportFormat.Text("badge", SampleRun.Small()))!;
        Assert.Equal("1/4 req · 1 broken · 1 waived · 1 untested", (string)badge["message"]!);
        Assert.Equal("red", (string)badge["color"]!);
    }

    [Theory]
    [InlineData("failures/a.scenario.json", true)]
    [InlineData("../a.scenario.json", false)]
    [InlineData("failures/../../a", false)]
    [InlineData("/etc/passwd", false)]
    [InlineData("a\0b", false)]
    [InlineData("", false)]
    public void Only_scenarios_below_the_results_are_read(string link, bool isRead) =>
        Assert.Equal(isRead, RunInput.PathOf("out", link) is not null);

    private static IEnumerable<string> Problems(XElement element)
    {
        if (!Junit.TryGetValue(element.Name.LocalName, out var known)) return [$"<{element.Name}> is not known"];
        var own = element.Attributes().Select(a => a.Name.LocalName).ToList();
        var attributes = own.Except(known.Attributes, StringComparer.Ordinal);
        var missing = known.Attributes.Except(own, StringComparer.Ordinal);
        var children = element.Elements().Select(e => e.Name.LocalName).Except(known.Children, StringComparer.Ordinal);
        return attributes.Concat(missing).Concat(children).Select(name => $"<{element.Name}>: {name}");
    }

    // All but the words themselves.
    private static string ShapeOf(string format, string text) => format switch
    {
        "junit" => string.Join(' ', XDocument.Parse(text).Descendants().Select(e => e.Name.LocalName)),
        "sarif" or "badge" => Members(JsonNode.Parse(text)),
        "markdown" => string.Join('\n', text.Split('\n').Select(line => line.Count(c => c == '|'))),
        "tap" => string.Join('\n', text.Split('\n').Select(line => line.StartsWith(' ')
            ? line.Split(':')[0]
            : $"{line.Split(' ')[0]} {line.Contains(" # ", StringComparison.Ordinal)}")),
        _ => string.Join('\n', text.Split('\n').Select(line => line.Split(' ')[0])),
    };

    private static string Members(JsonNode? node) => node switch
    {
        JsonObject item => $"{{{string.Join(',', item.Select(m => m.Key + Members(m.Value)))}}}",
        JsonArray list => $"[{string.Join(',', list.Select(Members))}]",
        _ => node?.GetValueKind() == JsonValueKind.String ? "s" : "v",
    };
}
