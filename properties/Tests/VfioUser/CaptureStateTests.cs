using IoSpec.Areas.Dirty;
using IoSpec.Areas.Migration;
using IoSpec.Contracts;
using IoSpec.Tests.Support;
using IoSpec.Tests.Tool;
using IoSpec.VfioUser.Captured;
using IoSpec.VfioUser.Dirty;
using Xunit;

namespace IoSpec.Tests.VfioUser;

/// <summary>What a server does rightly is never a violation in its capture, whatever the client does.</summary>
public sealed class CaptureStateTests
{
    private const string Migration = "migration";
    private const string Dirty = "dirty";
    private const uint Stop = 1;
    private const uint Running = 2;
    private const uint Resuming = 4;
    private const uint Invalid = 22;

    [Fact]
    public void Parts_of_words_that_were_written_make_them_unknown()
    {
        var wires = Begun().WriteConfig(1, 2, 3, 4, 5, 6, 7, 8).ReadConfig(0x08070605_04030201);
        Assert.Empty(Broken(wires));
        Assert.Empty(Broken(wires.WriteConfig(9, 9).ReadConfig(0x08070605_04030909)));
    }

    [Fact]
    public void A_word_that_changes_by_itself_is_found()
    {
        var wires = Begun().WriteConfig(1, 2, 3, 4, 5, 6, 7, 8).ReadConfig(0x08070605_04030909);
        Assert.NotEmpty(Broken(wires));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Invalid)]
    public void Nobody_knows_what_data_from_elsewhere_is(uint error)
    {
        var wires = Begun().Go(Resuming).Load([1, 2, 3, 4], error).Go(Stop).Go(Running);
        Assert.Empty(Broken(wires));
        Assert.Empty(Broken(Begun().Go(Resuming).Load([1, 2, 3, 4], error).Go(Stop, Invalid).Is(Resuming)));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(99)]
    public void Commands_of_others_are_no_errors(ushort command)
    {
        var wires = Begun().WriteConfig(1, 2, 3, 4, 5, 6, 7, 8).Do(command, new byte[16], new byte[8]);
        Assert.Empty(Broken(wires));
        var known = command == 6;
        Assert.Equal(known, Broken(wires.ReadConfig(0)).Length > 0);
        wires = Begun().WriteConfig(1, 2, 3, 4, 5, 6, 7, 8).Do(command, new byte[16], [], error: Invalid);
        Assert.NotEmpty(Broken(wires.ReadConfig(0)));
    }

    [Fact]
    public void What_is_no_answer_is_garbage_of_the_server()
    {
        var history = Read(Begun().Do(16, Wires.Words(16, (1 << 16) | 2, 0, 0), [1]), Migration, null);
        var lost = Assert.IsType<Lost>(history.Cases[^1].Steps[^1].Seen);
        Assert.Equal(Loss.Garbage, lost.Kind);
        Assert.StartsWith("server: byte ", lost.Detail, StringComparison.Ordinal);
        Assert.NotEmpty(JudgedHistory.Of(history).Broken());
    }

    [Fact]
    public void Messages_are_as_long_as_both_sides_have_said()
    {
        var bare = new Wires(([], []));
        byte[] version =
        [
            .. Wires.Words(1 << 16), .. "{\"capabilities\":{\"max_data_xfer_size\":4194304}}\0"u8,
        ];
        bare.Do(1, version, version).Do(17, Wires.Words(8, 1 << 21), new byte[1 << 21]);
        var bad = Assert.Throws<BadCaptureException>(() => Read(bare, Migration, null));
        Assert.Contains("nobody asks which states", bad.Message, StringComparison.Ordinal);
        bare = new Wires(([], [])).Do(17, Wires.Words(8, 1 << 21), new byte[1 << 21]);
        bad = Assert.Throws<BadCaptureException>(() => Read(bare, Migration, null));
        Assert.Contains("no message has 2097168 bytes", bad.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_log_is_that_nobody_names_is_not_guessed()
    {
        // What a log with each mapping does rightly, and one with the device must not do.
        var mapping = new Wires(Captured("mutant:dirty-unmap-empties-log", Dirty, 120));
        var judge = JudgedHistory.Of(Read(mapping, Dirty, LogKind.Device));
        Assert.Contains("DIRTY-UNM-02", judge.Broken(), StringComparer.Ordinal);
        foreach (var served in (Wires[])[mapping, new Wires(Captured("reference", Dirty, 40))])
        {
            var history = Read(served, Dirty, null);
            Assert.Empty(JudgedHistory.Of(history).Broken());
            Assert.Equal(
                ["DIRTY-LIVE-01", "DIRTY-WIN-04", "DIRTY-UNM-02", "DIRTY-STA-02"],
                history.Hidden.Select(requirement => requirement.Id), StringComparer.Ordinal);
        }
    }

    private static Wires Begun() => new Wires(Captured("reference", Migration, 1)).Do(13, [], []).Is(Running);

    private static string[] Broken(Wires wires) => JudgedHistory.Of(Read(wires, Migration, null)).Broken();

    private static RecordedHistory Read(Wires wires, string area, LogKind? log)
    {
        var (client, server) = wires.Capture;
        return VfioUserCapture.Read((client, "client"), (server, "server"), area, log);
    }

    private static (byte[] Client, byte[] Server) Captured(string connection, string area, int cases)
    {
        using var folder = new ToolRun();
        using var served = new ServedTarget(connection);
        using var relay = new CapturingRelay(folder["r"], served.Path);
        ServedTarget.Judge(
            area == Dirty ? new DirtyArea() : new MigrationArea(), folder["r"], cases, "?memory=messages");
        return relay.End();
    }
}
