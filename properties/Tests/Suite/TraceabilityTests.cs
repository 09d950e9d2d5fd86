using System.Text.Json.Nodes;
using IoSpec.TestLogger;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Xunit;

namespace IoSpec.Tests.Suite;

/// <summary>What the logger of <c>dotnet test</c> says of requirements.</summary>
public sealed class TraceabilityTests
{
    private readonly Traceability _seen = new();

    [Fact]
    public void Every_requirement_has_the_tests_that_are_about_it_and_the_worst_outcome()
    {
        Add("maps", TestOutcome.Passed, "IOMMU-MAP-01");
        Add("maps and unmaps", TestOutcome.Failed, "IOMMU-UNM-01", "IOMMU-MAP-01");
        Add("needs QEMU", TestOutcome.Skipped, "IOMMU-ATT-01");
        Add("is about nothing", TestOutcome.Failed);
        Assert.Equal(
            """
            | requirement | outcome | tests |
            | --- | --- | --- |
            | IOMMU-ATT-01 | skipped | needs QEMU (skipped) |
            | IOMMU-MAP-01 | failed | maps (passed)<br>maps and unmaps (failed) |
            | IOMMU-UNM-01 | failed | maps and unmaps (failed) |

            """,
            _seen.ToMarkdown(isWhole: true));
        var json = JsonNode.Parse(_seen.ToJson(isWhole: true))!;
        Assert.Equal("iospec/traceability/1", (string?)json["schema"]);
        Assert.Equal("failed", (string?)json["requirements"]![1]!["outcome"]);
        Assert.Equal("maps", (string?)json["requirements"]![1]!["tests"]![0]!["name"]);
    }

    [Fact]
    public void A_skipped_test_beside_one_that_passed_is_told_and_so_is_a_run_that_was_ended()
    {
        Add("passes", TestOutcome.Passed, "X-1");
        Add("is skipped", TestOutcome.Skipped, "X-1");
        Assert.Contains("| X-1 | skipped |", _seen.ToMarkdown(isWhole: true), StringComparison.Ordinal);
        Assert.StartsWith("The run was ended", _seen.ToMarkdown(isWhole: false), StringComparison.Ordinal);
        Assert.False((bool)JsonNode.Parse(_seen.ToJson(isWhole: false))!["whole"]!);
    }

    [Fact]
    public void A_name_changes_nothing_but_its_own_cell()
    {
        Add("a|b\n<script>`[", TestOutcome.Passed, "X-1");
        Assert.EndsWith(
            "| X-1 | passed | a\\|b \\<script\\>\\`\\[ (passed) |\n",
            _seen.ToMarkdown(isWhole: true), StringComparison.Ordinal);
    }

    private void Add(string name, TestOutcome outcome, params string[] requirements)
    {
        var test = new TestCase(name, new Uri("executor://test"), "tests.dll") { DisplayName = name };
        foreach (var id in requirements) test.Traits.Add(new Trait("Requirement", id));
        _seen.Add(new TestResult(test) { Outcome = outcome });
    }
}
