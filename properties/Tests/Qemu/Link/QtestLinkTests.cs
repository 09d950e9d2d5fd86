using System.Text;
using IoSpec.Contracts;
using IoSpec.Qemu.Link;
using Xunit;

namespace IoSpec.Tests.Qemu.Link;

public sealed class QtestLinkTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_batch_is_sent_as_one_and_answered_in_order()
    {
        using var peer = new ScriptedPeer();
        using var link = Link(peer);
        link.Batch.Write(new Gpa(0xfed9_0018), 0x8000_0000u);
        var word = link.Batch.ReadWord(new Gpa(0x10));
        link.Batch.WritePort(0xcf8, 0u);
        var half = link.Batch.ReadShort(new Gpa(0x7));
        var answer = peer.Answer("OK\nOK 0x00000000000000ab\nOK\nIRQ raise 1\nOK 0xffff\n"u8.ToArray());
        link.Flush();
        await answer;
        Assert.Equal("writel 0xfed90018 0x80000000\nreadq 0x10\noutl 0xcf8 0x0\nreadw 0x7\n", peer.Heard);
        Assert.Equal((0xabul, 0xfffful), (link.Value(word).Value, link.Value(half).Value));
        Assert.Equal((1, 0), (link.RoundTrips, link.Batch.Count));
    }

    [Fact]
    public void Ports_are_reached_in_every_width()
    {
        var batch = new QtestBatch();
        batch.WritePort(0xc012, (byte)3);
        batch.WritePort(0xc010, (ushort)0);
        batch.WritePort(0xc008, 0x4a78du);
        Reply[] replies = [batch.ReadPortByte(0xc013), batch.ReadPortShort(0xc00c), batch.ReadPortInt(0xc000)];
        Assert.Equal([3, 4, 5], replies.Select(reply => reply.Index));
        Assert.Equal(
            "outb 0xc012 0x3\noutw 0xc010 0x0\noutl 0xc008 0x4a78d\ninb 0xc013\ninw 0xc00c\ninl 0xc000\n",
            Encoding.Latin1.GetString(batch.Text));
    }

    [Fact]
    public void Nothing_is_sent_for_nothing()
    {
        using var peer = new ScriptedPeer();
        using var link = Link(peer);
        link.Flush();
        Assert.Equal((0, ""), (link.RoundTrips, peer.Heard));
    }

    [Fact]
    public void A_batch_has_an_end()
    {
        var batch = new QtestBatch();
        for (var i = 0; i < QtestBatch.MostCommands; i++)
            batch.Write(new Gpa(ulong.MaxValue), new Word(ulong.MaxValue));
        Assert.Throws<InvalidOperationException>(() => batch.ReadByte(default));
    }

    [Fact]
    public void What_works_on_and_on_without_an_answer_is_lost_before_its_time_is_over()
    {
        using var peer = new ScriptedPeer();
        var worked = TimeSpan.Zero;
        using var link = new QtestLink(peer.Here, TimeSpan.MaxValue, () => "it ended", () => worked += LinkTimes.Work);
        link.Batch.ReadByte(default);
        var lost = Assert.Throws<TargetLostException>(link.Flush);
        Assert.Equal(Loss.Hung, lost.Kind);
    }

    [Theory]
    [InlineData("OK\n")]
    [InlineData("OK 0x1\n0")]
    [InlineData("nonsense\n")]
    [InlineData("OK 0x1\nOK 0x1\nOK\n")]
    public async Task An_answer_of_another_kind_is_garbage(string text)
    {
        using var peer = new ScriptedPeer();
        using var link = Link(peer);
        var answer = peer.Answer(Encoding.Latin1.GetBytes(text));
        var lost = Assert.Throws<TargetLostException>(() =>
        {
            for (var i = 0; i < 3; i++) link.ReadWord(new Gpa((ulong)i));
        });
        await answer;
        if (lost.Kind != Loss.Crashed) Assert.Equal(Loss.Garbage, lost.Kind);
        Assert.DoesNotContain(lost.Message, char.IsControl);
    }

    [Fact]
    public async Task What_is_answered_before_it_is_asked_is_garbage()
    {
        using var peer = new ScriptedPeer();
        using var link = Link(peer);
        var answer = peer.Answer("OK 0x1\nOK 0x2\n"u8.ToArray(), close: false);
        Assert.Equal(1, link.ReadByte(default));
        await answer;
        var lost = Assert.Throws<TargetLostException>(() => link.ReadByte(default));
        Assert.Equal(Loss.Garbage, lost.Kind);
    }

    [Fact]
    public async Task Interrupts_that_nobody_asked_for_are_none()
    {
        using var peer = new ScriptedPeer();
        using var link = Link(peer);
        peer.Say("IRQ raise 1\nIRQ lower 1\n"u8);
        var answer = peer.Answer("IRQ raise 1\nOK 0x5\n"u8.ToArray());
        Assert.Equal(5, link.ReadByte(default));
        await answer;
    }

    [Fact]
    public void Silence_is_a_hang()
    {
        using var peer = new ScriptedPeer();
        using var link = Link(peer, Short);
        Assert.Equal(Loss.Hung, Assert.Throws<TargetLostException>(() => link.ReadByte(default)).Kind);
    }

    [Fact]
    public void Interrupts_without_end_are_a_hang_too()
    {
        using var peer = new ScriptedPeer();
        using var link = Link(peer, Short);
        peer.Repeat("IRQ raise 1\n"u8.ToArray());
        Assert.Equal(Loss.Hung, Assert.Throws<TargetLostException>(() => link.ReadByte(default)).Kind);
    }

    [Fact]
    public async Task A_line_without_end_is_garbage()
    {
        using var peer = new ScriptedPeer();
        using var link = Link(peer);
        var answer = peer.Answer(new byte[64 << 10]);
        Assert.Equal(Loss.Garbage, Assert.Throws<TargetLostException>(() => link.ReadByte(default)).Kind);
        await answer;
    }

    [Fact]
    public void A_peer_that_hangs_up_has_crashed_and_its_ending_is_told()
    {
        using var peer = new ScriptedPeer();
        using var link = Link(peer);
        peer.Close();
        var lost = Assert.Throws<TargetLostException>(() => link.ReadByte(default));
        Assert.Equal(Loss.Crashed, lost.Kind);
        Assert.Contains("exit code 6", lost.Message, StringComparison.Ordinal);
    }

    private static QtestLink Link(ScriptedPeer peer, TimeSpan? answer = null) =>
        new(peer.Here, answer ?? Long, () => "exit code 6");
}
