using IoSpec.Areas.Migration;
using IoSpec.Tests.Support;
using IoSpec.VfioUser.Wire;
using Xunit;

namespace IoSpec.Tests.VfioUser;

/// <summary>Servers that keep neither to the protocol nor to life: each is a verdict, the campaign goes on.</summary>
[Collection(Alone.Name)]
public sealed class HostileServerTests
{
    // As many replies pass as a connection begins with, and a few cases more.
    private const int After = 150;
    private const int Cases = 12;
    private const int Size = 4;
    private const int Flags = 8;

    private static readonly SortedDictionary<string, HostileRelay.Spoil> Spoils = new(StringComparer.Ordinal)
    {
        ["ends the connection"] = _ => null,
        ["ends the connection in the middle of a reply"] = Halves(),
        ["is silent"] = _ => [],
        ["sends half a header"] = reply => [reply[..7]],
        ["promises more than it sends"] = reply => [With(reply, Size, (uint)reply.Length + 1)],
        ["promises less than a header"] = reply => [With(reply, Size, 15)],
        ["promises four gigabytes"] = reply => [With(reply, Size, uint.MaxValue)],
        ["promises a reply that is too long"] = reply => [With(reply, Size, 1 << 21)],
        ["replies twice"] = reply => [reply, reply],
        ["replies with another id"] = reply => [With(reply, 0, 0xffffffff)],
        ["replies to another command"] = reply => [With(reply, 0, (Field(reply, 0) & 0xffff) | 3 << 16)],
        ["replies by a kind that is none"] = reply => [With(reply, Flags, 5)],
        ["sends commands without end"] = _ => Enumerable.Repeat(Command(12, 16), 5000),
        ["sends a command of the client"] = _ => [Command(3, 24)],
        ["sends a command that is none"] = _ => [Command(999, 0)],
        ["sends a write without an address"] = _ => [Command(12, 3)],
        ["reads more than there can be"] = _ => [Asks(11, 0x10_0000, 1ul << 40)],
        ["writes less than it says"] = _ => [Asks(12, 0x10_0000, 4096)],
        ["sends bytes without sense"] = _ => [[.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 37))]],
    };

    public static TheoryData<string> Names { get; } = [.. Spoils.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_server_is_lost_that(string what)
    {
        using var served = new ServedTarget("reference");
        var path = served.Path + "r";
        using var relay = new HostileRelay(path, served.Path, After, Spoils[what]);
        var before = GC.GetTotalAllocatedBytes();
        var result = ServedTarget.Judge(new MigrationArea(), path, Cases, "?limit=0.2");
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
        Assert.NotEmpty(result.Failures);
        Assert.All(result.Failures, failure => Assert.Equal("MIGRATION-LIVE-01", failure.Signature.Requirement));
        Assert.DoesNotContain(result.Failures, failure => failure.Signature.Field == "threw");
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 1L << 30);
    }

    [Fact]
    public void A_server_that_ends_for_good_is_a_crash_and_every_case_is_counted()
    {
        using var served = new ServedTarget("reference");
        var path = served.Path + "r";
        HostileRelay? relay = null;
        using (relay = new HostileRelay(path, served.Path, After, _ => Ends(relay!)))
        {
            var result = ServedTarget.Judge(new MigrationArea(), path, Cases, "?limit=0.2");
            Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
            Assert.Contains(Signatures(result), signature => signature == "MIGRATION-LIVE-01/crashed/reset/missing");
            Assert.All(Signatures(result), signature => Assert.StartsWith(
                "MIGRATION-LIVE-01/crashed/", signature, StringComparison.Ordinal));
        }
    }

    private static List<string> Signatures(IoSpec.Engine.CampaignResult result) =>
        [.. result.Failures.Select(failure => failure.Signature.ToString())];

    private static IEnumerable<byte[]>? Ends(HostileRelay relay)
    {
        relay.Leave();
        return null;
    }

    // Half of a reply, and the end with the next one; there is none, so that the client waits.
    private static HostileRelay.Spoil Halves()
    {
        var count = 0;
        return reply => count++ % 2 == 0 ? [reply[..(reply.Length / 2)]] : null;
    }

    private static uint Field(byte[] message, int at) => ((ReadOnlySpan<byte>)message).Int(at);

    private static byte[] With(byte[] message, int at, uint value)
    {
        var changed = (byte[])message.Clone();
        changed.AsSpan().Int(at, value);
        return changed;
    }

    private static byte[] Command(ushort command, int payload)
    {
        var message = new byte[MessageHeader.Bytes + payload];
        new MessageHeader(1, (Command)command, (uint)message.Length, 0, 0).Write(message);
        return message;
    }

    private static byte[] Asks(ushort command, ulong at, ulong count)
    {
        var message = Command(command, 16);
        message.AsSpan().Long(16, at);
        message.AsSpan().Long(24, count);
        return message;
    }
}
