using System.Text.Json;
using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class BenchTests
{
    private static readonly string[] Names =
    [
        "iotlb-hit", "iotlb-hit-batch", "iotlb-hit-shared", "iotlb-miss-4level", "iotlb-miss-4level-shared",
        "nested-4x4", "dirty-collect-0-cache", "dirty-collect-0.1-cache", "dirty-collect-1-cache",
        "dirty-collect-10-cache", "dirty-collect-100-cache", "dirty-collect-0-memory", "dirty-collect-0.1-memory",
        "dirty-collect-1-memory", "dirty-collect-10-memory", "dirty-collect-100-memory", "growth-pages-512",
        "growth-domains-64", "threads-1",
    ];

    [Fact]
    public void Every_benchmark_of_the_core_is_written_with_all_its_columns()
    {
        using var run = new ToolRun();
        var file = run["bench.json"];
        var code = run.Run("bench", "core", "--samples", "1", "--operations", "2000", "--format", $"json={file}");
        Assert.Equal((ExitCode.Conforms, ""), (code, run.Error));
        using var written = JsonDocument.Parse(File.ReadAllText(file));
        Assert.NotEqual(0, written.RootElement.GetProperty("machine").GetProperty("processors").GetInt32());
        var all = written.RootElement.GetProperty("benchmarks").EnumerateArray()
            .ToDictionary(item => item.GetProperty("name").GetString()!, StringComparer.Ordinal);
        Assert.All(Names, name => Check(all[name]));
        Assert.True(all["dirty-collect-1-cache"].GetProperty("memcpy").GetDouble() > 0);
        Assert.True(all["threads-1"].GetProperty("noop").GetDouble() > 0);
        Assert.Contains("iotlb-hit ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bench", "core", "--samples", "0")]
    [InlineData("bench", "core", "--operations", "many")]
    [InlineData("bench", "core", "--format", "yaml")]
    [InlineData("bench", "core", "--sample", "1")]
    [InlineData("bench", "cores", "", "")]
    [InlineData("stress", "optimised", "--readers", "1")]
    [InlineData("stress", "optimized", "--readers", "0")]
    [InlineData("stress", "optimized", "--translations", "-5")]
    public void What_cannot_be_meant_ends_with_one_line(params string[] arguments)
    {
        using var run = new ToolRun();
        Assert.Equal(ExitCode.Usage, run.Run([.. arguments.Where(word => word.Length > 0)]));
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Threads_that_share_the_core_see_nothing_wrong_and_those_that_share_a_faulty_one_do()
    {
        using var run = new ToolRun();
        Assert.Equal(ExitCode.Conforms, run.Run("stress", "--translations", "20000"));
        Assert.Contains(" 0 wrong", run.Output, StringComparison.Ordinal);
        var mutant = "mutant:shared-invalidation-completes-early";
        Assert.Equal(ExitCode.NonConformance, run.Run("stress", mutant, "--translations", "300000"));
        Assert.Contains("invalidation was completed", run.Output, StringComparison.Ordinal);
    }

    // A peer that cannot be compiled here has no time, and then there is a reason.
    private static void Check(JsonElement item)
    {
        Assert.True(item.GetProperty("nanoseconds").GetDouble() >= 0);
        Assert.Equal(0, item.GetProperty("bytesPerOp").GetDouble());
        foreach (var name in new[] { "sameInC", "hashInC" })
        {
            var isThere = item.GetProperty(name).ValueKind == JsonValueKind.Number;
            Assert.True(isThere || item.GetProperty("reason").GetString()!.Length > 0);
        }
    }
}
