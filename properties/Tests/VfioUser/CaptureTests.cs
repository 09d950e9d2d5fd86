using IoSpec.Areas.Dirty;
using IoSpec.Areas.Migration;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Support;
using IoSpec.Tests.Tool;
using IoSpec.VfioUser.Captured;
using IoSpec.VfioUser.Dirty;
using IoSpec.VfioUser.Wire;
using Xunit;

namespace IoSpec.Tests.VfioUser;

/// <summary>What a client and a server have sent, as a trace that can be judged.</summary>
public sealed class CaptureTests
{
    private const string Migration = "migration";
    private const string Dirty = "dirty";

    // Files do not pass: no interrupt of the device arrives.
    private static readonly string[] Unheard = ["MIGRATION-ACT-04", "MIGRATION-CFG-03"];

    [Theory]
    [InlineData("reference", Migration, 40)]
    [InlineData("optimized", Migration, 40)]
    [InlineData("reference", Dirty, 40)]
    [InlineData("optimized", Dirty, 40)]
    public void What_conformed_does_so_in_its_capture(string connection, string area, int cases)
    {
        var live = Captured(connection, area, cases, out var capture);
        Assert.Empty(live.Broken().Except(Unheard, StringComparer.Ordinal));
        var history = Read(capture, area)!;
        var judge = JudgedHistory.Of(history);
        Assert.Empty(judge.Broken());
        // Which segment of a stream was written is not always plain.
        if (area == Dirty) Assert.Equal("", judge.Doubt);
        // As much is judged as was done, but for what nobody sees on the wire.
        var (judged, done) = (judge.Result.Evidence.Operations, live.Evidence.Operations);
        Assert.InRange(judged, done * 3 / 4, done * 3 / 2);
        Assert.InRange(judge.Result.Evidence.Hits.Count(hits => hits > 0), 10, 100);
    }

    [Theory]
    [InlineData("migration-first-register-not-saved", "MIGRATION-RES-03")]
    [InlineData("migration-stop-clears-registers", "MIGRATION-KEP-01")]
    [InlineData("migration-incomplete-stream-loaded", "MIGRATION-RES-04")]
    [InlineData("migration-configuration-loaded-from-stream", "MIGRATION-CFG-04")]
    [InlineData("migration-altered-stream-loaded", "MIGRATION-RES-05")]
    [InlineData("migration-last-chunk-rounded-up", "MIGRATION-STR-02")]
    [InlineData("migration-reset-keeps-state", "MIGRATION-RST-01")]
    [InlineData("dirty-bits-counted-from-zero", "DIRTY-LOG-01")]
    [InlineData("dirty-crossing-write-marks-one-page-less", "DIRTY-LOG-02")]
    [InlineData("dirty-late-mapping-untracked", "DIRTY-MAP-01")]
    [InlineData("dirty-report-does-not-clear", "DIRTY-CLR-01")]
    [InlineData("dirty-report-given-when-off", "DIRTY-OFF-01")]
    [InlineData("dirty-unmap-empties-log", "DIRTY-UNM-02")]
    public void A_mutant_breaks_the_same_in_its_capture(string mutant, string requirement)
    {
        var area = mutant.Split('-')[0];
        var live = Captured($"mutant:{mutant}", area, 120, out var capture);
        Assert.Contains(requirement, live.Broken(), StringComparer.Ordinal);
        Assert.Contains(requirement, JudgedHistory.Of(Read(capture, area)!).Broken(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(Migration)]
    [InlineData(Dirty)]
    public void A_part_of_a_capture_never_fails_and_what_has_no_answer_is_not_kept(string area)
    {
        Captured("reference", area, 4, out var capture);
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var length = random.Next(capture.Server.Length);
            if (Read((capture.Client, capture.Server[..length]), area) is { } answered)
            {
                var judge = JudgedHistory.Of(answered);
                Assert.Empty(judge.Broken());
                Assert.NotEmpty(judge.Doubt);
            }

            if (Read((capture.Client[..random.Next(capture.Client.Length)], capture.Server), area) is { } asked)
                Assert.Empty(JudgedHistory.Of(asked).Broken());
        }
    }

    [Theory]
    [InlineData(Migration)]
    [InlineData(Dirty)]
    public void Whatever_the_bytes_are_the_worst_is_an_error_with_its_place(string area)
    {
        Captured("reference", area, 4, out var capture);
        var random = new Random(1);
        var errors = 0;
        for (var i = 0; i < 400; i++)
        {
            var (client, server) = (capture.Client.ToArray(), capture.Server.ToArray());
            for (var spoilt = random.Next(1, 6); spoilt > 0; spoilt--)
            {
                var bytes = random.Next(2) == 0 ? client : server;
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            if (Read((client, server), area) is { } history) JudgedHistory.Of(history);
            else errors++;
        }

        Assert.InRange(errors, 40, 400);
    }

    [Fact]
    public void Answers_in_another_order_are_an_error()
    {
        Captured("reference", Migration, 1, out var capture);
        var first = EndOf(capture.Server, 0);
        var second = EndOf(capture.Server, first);
        byte[] swapped =
            [.. capture.Server[first..second], .. capture.Server[..first], .. capture.Server[second..]];
        var bad = Assert.Throws<BadCaptureException>(() => Read("client", capture.Client, "server", swapped));
        Assert.Equal("server: byte 0: an answer to the message 2 instead of 1: one is missing, or out of order",
            bad.Message);
    }

    [Fact]
    public void The_command_writes_a_trace_or_one_line()
    {
        Captured("reference", Migration, 2, out var capture);
        using var run = new ToolRun();
        File.WriteAllBytes(run["c"], capture.Client);
        File.WriteAllBytes(run["s"], capture.Server);
        Assert.Equal(0, run.Run("convert", "--from", "vfio-user", run["c"], run["s"], "--to", run["t"]));
        Assert.StartsWith($"{run["t"]}: migration, ", run.Output, StringComparison.Ordinal);
        Assert.Equal(5, run.Run("judge", run["t"], "-o", run["judged"]));
        Assert.DoesNotContain("FAIL", run.Output, StringComparison.Ordinal);

        Assert.Equal(2, run.Run("convert", "--from", "vfio-user", run["s"], run["c"], "--to", run["u"]));
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
        Assert.False(File.Exists(run["u"]));
        Assert.Equal(2, run.Run("convert", "--from", "vfio-user", run["c"], run["s"], "-a", "walk", "--to", run["u"]));
        Assert.Contains("vfio-user is not of 'walk'", run.Error, StringComparison.Ordinal);
    }

    private static CampaignResult Captured(
        string connection, string area, int cases, out (byte[] Client, byte[] Server) capture)
    {
        using var folder = new ToolRun();
        using var served = new ServedTarget(connection);
        using var relay = new CapturingRelay(folder["r"], served.Path);
        var result = ServedTarget.Judge(
            area == Dirty ? new DirtyArea() : new MigrationArea(), folder["r"], cases, "?memory=messages");
        capture = relay.End();
        return result;
    }

    private static RecordedHistory? Read(
        (byte[] Client, byte[] Server) capture, string area, LogKind? log = LogKind.Device)
    {
        try
        {
            return VfioUserCapture.Read((capture.Client, "client"), (capture.Server, "server"), area, log);
        }
        catch (BadCaptureException)
        {
            return null;
        }
    }

    private static void Read(string client, byte[] sent, string server, byte[] answered) =>
        VfioUserCapture.Read((sent, client), (answered, server), Migration, null);

    private static int EndOf(byte[] bytes, int at) =>
        at + (int)MessageHeader.Read(bytes.AsSpan(at)).Size;
}
