using System.Diagnostics;
using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Exec;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Exec;

/// <summary>Plug-ins that are broken or mean no good: each is lost in its own way, soon, and it is said why.</summary>
public sealed class HostileTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    public static TheoryData<string, Loss, string> AtWork { get; } = new()
    {
        { "exit 7", Loss.Crashed, "exit code 7" },
        { "echo first >&2; echo out of luck >&2; exit 7", Loss.Crashed, "exit code 7: out of luck" },
        { "kill -SEGV $$", Loss.Crashed, "exit code 139" },
        { "exec >&-; sleep 999", Loss.Crashed, "it closed its output and still runs" },
        { "sleep 999 & exit 3", Loss.Crashed, "exit code 3" },
        { "sleep 999", Loss.Hung, "no answer in time" },
        { "echo stuck >&2; sleep 999", Loss.Hung, "no answer in time; its last words: stuck" },
        { "yes >&2", Loss.Hung, "no answer in time; its last words: y" },
        { "exec yes >&2", Loss.Crashed, "it closed its output and still runs: y" },
        { "exec cat /dev/zero", Loss.Garbage, "its line is longer than 16 MiB" },
        { "exec yes", Loss.Garbage, "line 3 of its output, column 1: no valid JSON" },
        { "echo; echo", Loss.Garbage, "line 3 of its output, column 1: the text ends too early" },
        { "echo '{\"seq\":\"'$n'\",\"seen\":'", Loss.Garbage, "line 3 of its output, column 19: seen: the text ends" },
        { "echo '{\"seq\":\"0\",\"seen\":{\"kind\":\"done\"}}'", Loss.Garbage, "column 8: seq: expected \"3\"" },
        { "echo '{\"seq\":'$n',\"seen\":{\"kind\":\"done\"}}'", Loss.Garbage, "column 8: seq: expected text" },
        { Seen("{\"kind\":\"done\",\"kind\":\"done\"}"), Loss.Garbage, "seen.kind: this member was there before" },
        { Seen("{\"kind\":\"done\"},\"seq\":\"3\""), Loss.Garbage, "seq: this member was there before" },
        { Seen("{\"kind\":\"done\"},\"more\":1"), Loss.Garbage, "more: this member is unknown" },
        { Seen("null"), Loss.Garbage, "seen: expected an object" },
        { Seen("{\"kind\":\"landed\"}"), Loss.Garbage, "seen.kind: expected one of done, refused" },
        { Seen("{\"kind\":\"lost\",\"loss\":\"crashed\",\"detail\":\"\"}"), Loss.Garbage, "\"lost\" is no answer" },
        { Piece("0x10000000000000000"), Loss.Garbage, "seen.pieces[0].at: expected a number such as" },
        { Piece("-1"), Loss.Garbage, "seen.pieces[0].at: expected a number such as" },
        { "echo '{\"seq\":\"'$n'\",\"error\":\"no memory\"}'", Loss.Threw, "no memory" },
        { "echo '{\"seq\":\"'$n'\"}'", Loss.Garbage, "the member \"seen\" is missing" },
    };

    [Theory]
    [MemberData(nameof(AtWork))]
    public void A_plug_in_is_lost_where_it_stops_answering(string atWork, Loss kind, string detail)
    {
        using var plugin = new ShellPlugin(atWork);
        var target = WireCatalogue.Find("iommu")!.Open(plugin.Harness);
        using var closed = (IDisposable)target;
        var player = new IommuArea().Play(target);
        Assert.Null(player.Reset(IommuSamples.Configuration));
        var clock = Stopwatch.StartNew();
        var lost = Assert.IsType<Lost>(player.Apply(new IommuOperation.ReadFaults()));
        Assert.Equal(kind, lost.Kind);
        Assert.Contains(detail, lost.Detail, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Soon);

        // The next case finds it alive again.
        Assert.Null(player.Reset(IommuSamples.Configuration));
    }

    [Fact]
    public void What_it_says_without_being_asked_is_no_answer()
    {
        using var plugin = new ShellPlugin(Seen("{\"kind\":\"done\"}") + "; echo more");
        using var target = (IDisposable)WireCatalogue.Find("iommu")!.Open(plugin.Harness);
        var player = new IommuArea().Play((ITarget)target);
        player.Reset(IommuSamples.Configuration);
        Assert.IsType<IommuObservation.Done>(player.Apply(new IommuOperation.ClearFaults()));
        Thread.Sleep(50);
        var lost = Assert.IsType<Lost>(player.Apply(new IommuOperation.ClearFaults()));
        Assert.Equal(Loss.Garbage, lost.Kind);
    }

    [Theory]
    [InlineData(3, 2, "there are fewer answers than operations")]
    [InlineData(3, 4, "there are more answers than operations")]
    public void As_many_answers_as_operations_are_needed(int asked, int given, string problem)
    {
        var all = string.Join(",", Enumerable.Repeat("{\"kind\":\"done\"}", given));
        using var plugin = new ShellPlugin(Seen($"[{all}]"));
        using var target = (IDisposable)WireCatalogue.Find("iommu")!.Open(plugin.Harness);
        var player = new IommuArea().Play((ITarget)target);
        player.Reset(IommuSamples.Configuration);
        var operations = Enumerable.Repeat<Operation>(new IommuOperation.ClearFaults(), asked).ToArray();
        var lost = player.ApplyAll(operations, new Observation[operations.Length]);
        Assert.Contains(problem, lost!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "line 1 of its output, column 1: the text ends too early")]
    [InlineData("""{"seq":"1","protocol":2,"name":"","version":"","areas":[]}""", "protocol: expected a whole number")]
    [InlineData("""{"seq":"1","protocol":1,"name":"","version":"","areas":[]}""", "areas: expected at least one area")]
    [InlineData(
        """{"seq":"1","protocol":1,"name":"","version":"","areas":[{"area":"smmu"}]}""",
        "areas[0].area: there is no area \"smmu\", but dirty, dma, host, iommu,")]
    [InlineData(
        """{"seq":"1","protocol":1,"name":"","version":"","areas":[{"area":"iommu","capabilities":{"traits":1}}]}""",
        "areas[0].capabilities.traits: expected an object")]
    [InlineData("""{"seq":"1","protocol":1,"name":"x","version":"","areas":[{"area":"dirty"}]}""",
        "x does not offer the area iommu, but dirty")]
    public void A_plug_in_that_does_not_answer_to_hello_is_unavailable(string hello, string reason)
    {
        using var plugin = new ShellPlugin("exit", hello);
        var problem = Assert.Throws<TargetUnavailableException>(
            () => WireCatalogue.Find("iommu")!.Open(plugin.Harness));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("./no/such/program", "there is no program './no/such/program'")]
    [InlineData("no-such-program-either -x", "there is no program 'no-such-program-either'")]
    [InlineData("false", "'false' does not answer to hello: exit code 1")]
    [InlineData("/etc/passwd", "'/etc/passwd' may not be executed")]
    public void A_program_that_does_not_start_is_unavailable(string command, string reason)
    {
        var problem = Assert.Throws<TargetUnavailableException>(() => Harness.Program(command).Ask());
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    private static string Seen(string seen) => $"echo '{{\"seq\":\"'$n'\",\"seen\":{seen}}}'";

    private static string Piece(string at) => Seen(
        $$"""{"kind":"transferred","pieces":[{"offset":"0x0","length":"0x1","outcome":"landed","at":"{{at}}"}]}""");
}
