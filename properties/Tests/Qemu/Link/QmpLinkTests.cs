using System.Text;
using IoSpec.Contracts;
using IoSpec.Qemu.Link;
using Xunit;

namespace IoSpec.Tests.Qemu.Link;

public sealed class QmpLinkTests
{
    private const string Hello = "{\"QMP\": {}}\n{\"return\": {}}\n";
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_version_is_three_numbers()
    {
        using var peer = new ScriptedPeer();
        Say(peer, Hello + """{"return": {"qemu": {"micro": 2, "minor": 0, "major": 10}, "package": "x"}}""" + "\n");
        using var link = new QmpLink(peer.Here, Long, () => "");
        Assert.Equal("10.0.2", link.Version());
        Assert.Equal("{\"execute\":\"qmp_capabilities\"}\n{\"execute\":\"query-version\"}\n", peer.Heard);
    }

    [Theory]
    [InlineData("""{"return": null}""")]
    [InlineData("""{"return": "10.0.2"}""")]
    [InlineData("""{"return": []}""")]
    [InlineData("""{"return": {"qemu": 10}}""")]
    [InlineData("""{"return": {"qemu": {"major": 10, "minor": 0}}}""")]
    [InlineData("""{"return": {"qemu": {"major": "<b>", "minor": 0, "micro": 2}}}""")]
    [InlineData("""{"return": {"qemu": {"major": 1e99, "minor": 0, "micro": 2}}}""")]
    [InlineData("""{"error": {"class": "CommandNotFound\n\u001b[31m", "desc": "no"}}""")]
    public void Anything_else_is_garbage(string reply)
    {
        using var peer = new ScriptedPeer();
        Say(peer, Hello + reply + "\n");
        using var link = new QmpLink(peer.Here, Long, () => "");
        var lost = Assert.Throws<TargetLostException>(link.Version);
        Assert.Equal(Loss.Garbage, lost.Kind);
        Assert.DoesNotContain(lost.Message, char.IsControl);
    }

    [Theory]
    [InlineData("""{"return": {}}""")]
    [InlineData("""{"event": "RESET"}""")]
    [InlineData("hello")]
    public void What_does_not_greet_is_no_monitor(string first)
    {
        using var peer = new ScriptedPeer();
        Say(peer, first + "\n");
        var lost = Assert.Throws<TargetLostException>(() => new QmpLink(peer.Here, Long, () => ""));
        Assert.Equal(Loss.Garbage, lost.Kind);
    }

    [Theory]
    [InlineData("{\"event\": \"RESET\"}\n{\"return\": {}}\n")]
    [InlineData("{\"return\": {}}\n{\"event\": \"STOP\"}\n{\"event\": \"RESET\"}\n")]
    public void A_reset_is_over_when_the_monitor_says_so(string said)
    {
        using var peer = new ScriptedPeer();
        Say(peer, Hello + said);
        using var link = new QmpLink(peer.Here, Short, () => "");
        link.SystemReset();
    }

    [Fact]
    public void A_reset_that_is_not_told_of_is_a_hang()
    {
        using var peer = new ScriptedPeer();
        Say(peer, Hello + "{\"return\": {}}\n");
        using var link = new QmpLink(peer.Here, Short, () => "");
        Assert.Equal(Loss.Hung, Assert.Throws<TargetLostException>(link.SystemReset).Kind);
    }

    [Fact]
    public void Events_without_end_are_a_hang_too()
    {
        using var peer = new ScriptedPeer();
        Say(peer, Hello);
        using var link = new QmpLink(peer.Here, Short, () => "");
        peer.Repeat("{\"event\": \"STOP\"}\n"u8.ToArray());
        Assert.Equal(Loss.Hung, Assert.Throws<TargetLostException>(link.Version).Kind);
    }

    [Fact]
    public void A_peer_that_hangs_up_has_crashed()
    {
        using var peer = new ScriptedPeer();
        Say(peer, Hello);
        using var link = new QmpLink(peer.Here, Long, () => "exit code 6");
        peer.Close();
        Assert.Equal(Loss.Crashed, Assert.Throws<TargetLostException>(link.Version).Kind);
    }

    [Fact]
    public void A_line_without_end_is_garbage()
    {
        using var peer = new ScriptedPeer();
        Say(peer, Hello);
        using var link = new QmpLink(peer.Here, Long, () => "");
        peer.Repeat(new byte[1 << 16]);
        Assert.Equal(Loss.Garbage, Assert.Throws<TargetLostException>(link.Version).Kind);
    }

    [Fact]
    public void The_human_monitor_answers_text()
    {
        using var peer = new ScriptedPeer();
        Say(peer, Hello + "{\"return\": \"VM status: paused\\r\\n\"}\n{\"return\": 5}\n");
        using var link = new QmpLink(peer.Here, Long, () => "");
        Assert.Equal("VM status: paused\r\n", link.HumanMonitor("info status"));
        Assert.Equal(Loss.Garbage, Assert.Throws<TargetLostException>(() => link.HumanMonitor("x")).Kind);
    }

    private static void Say(ScriptedPeer peer, string text) => peer.Say(Encoding.UTF8.GetBytes(text));
}
