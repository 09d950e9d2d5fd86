using System.Text;
using IoSpec.Contracts;
using IoSpec.Qemu.Link;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Qemu.Link;

/// <summary>Whatever the other end says, a link answers or the target is lost; nothing else is thrown.</summary>
public sealed class LinkFuzzTests
{
    private const int Lines = 50_000;
    private const int Connections = 400;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly string[] QtestWords =
    [
        "OK", "OK ", "0x", "0", "f", "ffffffffffffffff", "IRQ ", "raise 1", "\n", "\n", "\n", " ", "\r", "\0", "FAIL",
        "\u00ff", "OK\n", "OK 0x0\n",
    ];

    private static readonly string[] QmpWords =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\"return\"", "\"event\"", "\"error\"", "\"class\"", "\"RESET\"", "\"QMP\"",
        "\"qemu\"", "\"major\"", "null", "1", "1e999", "\\ud800", "\\u0000", "\u00c3", "\n", "\0", "{\"return\": {}}\n",
        "{\"event\": \"RESET\"}\n", "{\"return\":", "{\"QMP\": {}}\n", "\"\\ud800\"", "{\"error\":",
    ];

    [Fact]
    public void A_line_is_something_or_garbage()
    {
        var random = new SmallRandom(1);
        for (var i = 0; i < Lines; i++)
        {
            QtestLine.Parse(Text(random, QtestWords, 6));
            QmpLine.Parse(Text(random, QmpWords, 12));
        }
    }

    [Fact]
    public async Task A_qtest_connection_gives_values_or_loses_the_target()
    {
        var random = new SmallRandom(2);
        var lost = 0;
        for (var i = 0; i < Connections; i++)
        {
            using var peer = new ScriptedPeer();
            using var link = new QtestLink(peer.Here, Patience, () => "it ended");
            var answer = peer.Answer(Text(random, QtestWords, 20));
            lost += IsLost(() =>
            {
                link.Batch.Write(default, 1u);
                link.ReadWord(default);
                link.ReadByte(default);
            });
            await answer;
        }

        Assert.InRange(lost, Connections / 2, Connections);
    }

    [Fact]
    public void A_monitor_connection_gives_answers_or_loses_the_target()
    {
        var random = new SmallRandom(3);
        var lost = 0;
        for (var i = 0; i < Connections; i++)
        {
            using var peer = new ScriptedPeer();
            peer.Say("{\"QMP\": {}}\n{\"return\": {}}\n"u8);
            using var link = new QmpLink(peer.Here, Patience, () => "it ended");
            peer.Say(Text(random, QmpWords, 30));
            peer.Close();
            lost += IsLost(() =>
            {
                link.SystemReset();
                link.HumanMonitor("info status");
                link.Version();
            });
        }

        Assert.InRange(lost, Connections / 2, Connections);
    }

    private static int IsLost(Action talk)
    {
        try
        {
            talk();
            return 0;
        }
        catch (TargetLostException e)
        {
            Assert.True(e.Kind is Loss.Garbage or Loss.Crashed, $"{e.Kind}: {e.Message}");
            Assert.DoesNotContain(e.Message, char.IsControl);
            return 1;
        }
    }

    private static byte[] Text(SmallRandom random, string[] words, int most)
    {
        var text = new StringBuilder();
        for (var i = random.Below(most); i >= 0; i--) text.Append(random.Of(words));
        var bytes = Encoding.Latin1.GetBytes(text.ToString());
        if (bytes.Length > 0 && random.Below(4) == 0) bytes[random.Below(bytes.Length)] = (byte)random.Next();
        return bytes;
    }
}
