using IoSpec.Exec;
using IoSpec.Targets;
using Xunit;

namespace IoSpec.Tests.Exec;

/// <summary>The test of the protocol finds plug-ins that break it, each where it does.</summary>
public sealed class CheckTests
{
    private const string Done = "{\"kind\":\"refused\",\"reason\":\"reserved\"}";

    // Answers to any number of operations, in sh: as many as there are kinds in the line.
    private const string Run = """
        count=$(printf '%s' "$line" | sed 's/"scope":{"kind"//g' | grep -o '"kind"' | wc -l); all=
              while [ $count -gt 0 ]; do count=$((count-1)); all="$all,DONE"; done
              echo "{\"seq\":\"$n\",\"seen\":[${all#,}]}"
        """;

    public static TheoryData<string, string, string> Bad { get; } = new()
    {
        { "seq: it is repeated as it is", "", "expected \"1\", which was asked" },
        { "iommu: after a reset the same operations have the same answers", Answers("changed=$((changed+1)); "
            + "if [ $changed -gt 70 ]; then " + Said("{\"kind\":\"done\"}") + "; else " + Said(Done) + "; fi"),
            "was " },
        { "iommu: run answers as step does", Answers(Said("{\"kind\":\"done\"}")), "was done, and to run refused" },
        { "iommu: run of nothing is answered with nothing", "case \"$line\" in *'\"operations\":[]'*) exit 4;; esac; "
            + Answers(Said(Done)), "exit code 4" },
    };

    [Fact]
    public void A_good_plug_in_passes()
    {
        using var plugin = new SocketPlugin("optimized");
        var findings = Plugins.Check(plugin.Connection, Samples.Of).ToList();
        Assert.Equal(3 + (4 * WireCatalogue.Areas.Count), findings.Count);
        Assert.All(findings, finding => Assert.Null(finding.Problem));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_plug_in_fails_where_it_is_bad(string name, string atWork, string problem)
    {
        using var plugin = new ShellPlugin(atWork.Length > 0 ? atWork : Answers(Said(Done)));
        var finding = Plugins.Check($"exec:{plugin.Command}", Samples.Of).First(f => f.Name == name);
        Assert.Contains(problem, finding.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plug_in_that_does_not_end_is_found()
    {
        using var plugin = new ShellPlugin("exit", atEnd: "sleep 99");
        var finding = Plugins.Check($"exec:{plugin.Command}", Samples.Of).Last();
        Assert.Equal("bye: it is answered, and ends the plug-in", finding.Name);
        Assert.Equal("it still runs after bye", finding.Problem);
    }

    [Fact]
    public void What_is_no_plug_in_is_refused() =>
        Assert.Throws<BadConnectionException>(() => Plugins.Check("optimized", Samples.Of));

    private static string Said(string seen) => $"echo '{{\"seq\":\"'$n'\",\"seen\":{seen}}}'";

    private static string Answers(string toStep) =>
        "case \"$line\" in *'\"command\":\"step\"'*) " + toStep + " ;; *) "
        + Run.Replace("DONE", Done.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal)
        + " ;; esac";
}
