using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace IoSpec.TestLogger;

/// <summary>Requirements, the tests that are about each, and how these ended.</summary>
internal sealed class Traceability
{
    private const string Trait = "Requirement";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly SortedDictionary<string, SortedDictionary<string, TestOutcome>> _tests =
        new(StringComparer.Ordinal);

    /// <summary>Takes note of a result: of several of one test the worst counts.</summary>
    public void Add(TestResult result)
    {
        var name = result.TestCase.DisplayName ?? result.TestCase.FullyQualifiedName;
        foreach (var trait in result.TestCase.Traits.Where(t => t.Name == Trait))
        {
            if (!_tests.TryGetValue(trait.Value, out var tests))
                _tests.Add(trait.Value, tests = new(StringComparer.Ordinal));
            var before = tests.GetValueOrDefault(name, TestOutcome.None);
            tests[name] = Worst([before, result.Outcome]);
        }
    }

    /// <summary>A table for people.</summary>
    /// <param name="isWhole">Whether the run came to its end.</param>
    /// <returns>GitHub's Markdown.</returns>
    public string ToMarkdown(bool isWhole)
    {
        var text = new StringBuilder(isWhole ? "" : "The run was ended before its end.\n\n");
        text.Append("| requirement | outcome | tests |\n| --- | --- | --- |\n");
        foreach (var (id, tests) in _tests)
        {
            var shown = string.Join("<br>", tests.Select(test => $"{Cell(test.Key)} ({Word(test.Value)})"));
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(id)} | {Word(Worst(tests.Values))} | {shown} |\n");
        }

        return text.ToString();
    }

    /// <summary>The same for programs: <c>iospec/traceability/1</c>.</summary>
    /// <param name="isWhole">Whether the run came to its end.</param>
    /// <returns>JSON.</returns>
    public string ToJson(bool isWhole) => new JsonObject
    {
        ["schema"] = "iospec/traceability/1",
        ["whole"] = isWhole,
        ["requirements"] = new JsonArray([.. _tests.Select(JsonNode (entry) => new JsonObject
        {
            ["id"] = entry.Key,
            ["outcome"] = Word(Worst(entry.Value.Values)),
            ["tests"] = new JsonArray([.. entry.Value.Select(JsonNode (test) => new JsonObject
            {
                ["name"] = test.Key, ["outcome"] = Word(test.Value),
            })]),
        })]),
    }.ToJsonString(Indented) + "\n";

    private static TestOutcome Worst(IEnumerable<TestOutcome> outcomes) => outcomes.MaxBy(outcome => outcome switch
    {
        TestOutcome.None => 0,
        TestOutcome.Passed => 1,
        TestOutcome.Skipped => 2,
        TestOutcome.NotFound => 3,
        _ => 4,
    });

    private static string Word(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Passed => "passed",
        TestOutcome.Skipped => "skipped",
        TestOutcome.Failed => "failed",
        _ => "not run",
    };

    // A name may hold whatever its author likes.
    private static string Cell(string words)
    {
        var text = new StringBuilder();
        foreach (var sign in words)
        {
            if (sign is '|' or '<' or '>' or '`' or '[' or ']' or '\\') text.Append('\\').Append(sign);
            else text.Append(char.IsControl(sign) ? ' ' : sign);
        }

        return text.ToString();
    }
}
