using System.Text;
using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Exporting;

/// <summary>A scenario as a test in C#: it fails as long as the failure shows.</summary>
/// <remarks>The scenario is in the test itself, as the file was written.</remarks>
internal static class XunitExport
{
    private const int Margin = 8;

    public static string Of(ScenarioFile file, string space)
    {
        var scenario = file.Scenario;
        var requirement = AreaCatalogue.FindRequirement(scenario.Requirement);
        var sentence = requirement?.Statement ?? "The sequence is answered as the specification allows.";
        var name = NameOf(sentence);
        return $$""""
            using IoSpec.Areas;
            using IoSpec.Contracts;
            using IoSpec.Engine;
            using IoSpec.Targets;
            using Xunit;

            namespace {{space}};

            /// <summary>{{Comment(requirement is null ? sentence : $"{requirement.Id}: {sentence}")}}</summary>
            public sealed class {{ClassOf(scenario.Signature, scenario.Area)}}
            {
                private const string Target = {{Literal(scenario.Target)}};

                private const string Text = """{{Quotes(scenario.Write(file.Area))}}
            {{Indented(scenario.Write(file.Area))}}
                    """{{Quotes(scenario.Write(file.Area))}};

                [Fact]
                public void {{name}}()
                {
                    var area = AreaCatalogue.Find({{Literal(scenario.Area)}})!;
                    var scenario = ScenarioFormat.Read(Text, nameof(Text), id => AreaCatalogue.Find(id)?.Types);

                    // For a class of one's own: new TargetSource("mine", NeedsWorker: false, () => new MyTarget()).
                    var source = new TargetSource(
                        Target, NeedsWorker: false, TargetCatalogue.Find(Target).For(area.Types)!.Open);
                    using var bench = new TestBench(area, source, new WorkerCommand("", []));
                    var shown = bench.Run(scenario).Violations.Select(v => $"step {v.Step + 1}: {v.Signature}");
                    Assert.Empty(shown);
                }
            }

            """".ReplaceLineEndings("\n");
    }

    // The sentence of a requirement as the name of a method.
    private static string NameOf(string sentence)
    {
        var name = new StringBuilder();
        foreach (var c in sentence)
        {
            if (char.IsAsciiLetterOrDigit(c)) name.Append(c);
            else if (name.Length > 0 && name[^1] != '_') name.Append('_');
        }

        return name.ToString().Trim('_');
    }

    private static string ClassOf(string signature, string area)
    {
        var words = (signature.Length > 0 ? signature : area + "/scenario").Split('/', '-');
        return string.Concat(words.Select(w => new string([.. w.Where(char.IsAsciiLetterOrDigit)]))
            .Where(w => w.Length > 0)
            .Select(w => char.ToUpperInvariant(w[0]) + (w.Any(char.IsAsciiLetterLower) ? w[1..] : Lower(w[1..]))));
    }

    private static string Lower(string word) => string.Concat(word.Select(char.ToLowerInvariant));

    private static string Comment(string words) => words.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Literal(string words)
    {
        var text = new StringBuilder("\"");
        foreach (var c in words)
            text.Append(c is '"' or '\\' || !char.IsBetween(c, ' ', '~') ? $"\\u{(int)c:x4}" : c.ToString());
        return text.Append('"').ToString();
    }

    // A raw string begins and ends with more quotation marks than are anywhere within.
    private static string Quotes(string json)
    {
        var most = 0;
        for (int i = 0, run = 0; i < json.Length; i++) most = Math.Max(most, run = json[i] == '"' ? run + 1 : 0);
        return new string('"', Math.Max(0, most - 2));
    }

    private static string Indented(string json) => string.Join(
        '\n', json.TrimEnd('\n').Split('\n').Select(line => new string(' ', Margin) + line));
}
