using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using IoSpec.Engine;
using IoSpec.Tests.Support;
using IoSpec.Tests.Tool;
using IoSpec.Tool.Formats;
using VerifyXunit;
using Xunit;

namespace IoSpec.Tests.Html;

public sealed class ReportFormatTests
{
    private static readonly string[] Machines = [.. ReportFormat.Names.Where(name => name != "html")];

    private const string Schemas = "properties/Tests/Html/Schemas";

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

    [Theory]
    [MemberData(nameof(HostileWords.All), MemberType = typeof(HostileWords))]
    public void JUnit_is_what_its_schema_says_and_its_counts_are_right(string kind, string words)
    {
        Assert.NotEmpty(kind);
        var document = XDocument.Parse(ReportFormat.Text("junit", SampleRun.Small(words)));
        Findings.None(Problems(document));
        foreach (var suite in document.Root!.Elements("testsuite"))
        {
            Assert.Equal((int)suite.Attribute("tests")!, suite.Elements("testcase").Count());
            foreach (var element in (string[])["failure", "error", "skipped"])
            {
                var counted = (int)suite.Attribute(element == "skipped" ? element : element + "s")!;
                Assert.Equal(counted, suite.Descendants(element).Count());
            }
        }
    }

    [Fact]
    public void The_schema_of_JUnit_finds_what_it_does_not_know()
    {
        foreach (var spoil in (Action<XElement>[])
        [
            test => test.SetAttributeValue("requirement", "X"),
            test => test.SetAttributeValue("name", null),
            test => test.Parent!.SetAttributeValue("errors", "-1"),
            test => test.AddBeforeSelf(new XElement("system-out")),
        ])
        {
            var document = XDocument.Parse(ReportFormat.Text("junit", SampleRun.Small()));
            spoil(document.Descendants("testcase").First());
            Assert.Single(Problems(document));
        }
    }

    [Theory]
    [MemberData(nameof(HostileWords.All), MemberType = typeof(HostileWords))]
    public void SARIF_is_what_its_schema_says(string kind, string words)
    {
        Assert.NotEmpty(kind);
        var schema = new SchemaOf(JsonNode.Parse(Repository.Text($"{Schemas}/sarif.schema.json"))!);
        Findings.None(schema.Problems(JsonNode.Parse(ReportFormat.Text("sarif", SampleRun.Small(words)))));
        Assert.NotEmpty(schema.Problems(JsonNode.Parse("""{ "version": "2.0.0", "runs": [ { "more": 1 } ] }""")));
    }

    [Theory]
    [MemberData(nameof(HostileWords.All), MemberType = typeof(HostileWords))]
    public void The_plans_of_KTAP_are_kept(string kind, string words)
    {
        Assert.NotEmpty(kind);
        var lines = ReportFormat.Text("ktap", SampleRun.Small(words)).TrimEnd('\n').Split('\n');
        Assert.Equal("KTAP version 1", lines[0]);
        foreach (var margin in (string[])["", "  "])
        {
            var own = lines.Where(line => line.StartsWith(margin, StringComparison.Ordinal)
                && !char.IsWhiteSpace(line[margin.Length])).Select(line => line[margin.Length..]).ToList();
            var plan = int.Parse(own.Single(line => line.StartsWith("1..", StringComparison.Ordinal))[3..], null);
            var numbers = own.Where(line => line.StartsWith("ok ", StringComparison.Ordinal)
                || line.StartsWith("not ok ", StringComparison.Ordinal))
                .Select(line => line.Split(' ').First(word => char.IsAsciiDigit(word[0])));
            Assert.Equal(Enumerable.Range(1, plan).Select(i => i.ToText()), numbers, StringComparer.Ordinal);
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

    private static List<string> Problems(XDocument document)
    {
        var problems = new List<string>();
        var schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(Path.Combine(Repository.Root, Schemas, "junit.xsd"));
        schemas.Add(null, reader);
        document.Validate(schemas, (_, problem) => problems.Add(problem.Message));
        return problems;
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
        "ktap" => string.Join('\n', text.Split('\n').Select(line =>
            line.TrimStart() is ['#', ..]
                ? "#" : $"{line.TrimStart().Split(' ')[0]} {line.Split(" # ").Length.ToText()}")),
        _ => string.Join('\n', text.Split('\n').Select(line => line.Split(' ')[0])),
    };

    private static string Members(JsonNode? node) => node switch
    {
        JsonObject item => $"{{{string.Join(',', item.Select(m => m.Key + Members(m.Value)))}}}",
        JsonArray list => $"[{string.Join(',', list.Select(Members))}]",
        _ => node?.GetValueKind() == JsonValueKind.String ? "s" : "v",
    };
}
