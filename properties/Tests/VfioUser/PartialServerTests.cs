using IoSpec.Tests.Tool;
using IoSpec.VfioUser.Wire;
using Xunit;

namespace IoSpec.Tests.VfioUser;

/// <summary>Servers that offer one area and not the other: the one is judged, the other does not apply.</summary>
public sealed class PartialServerTests
{
    private const int Command = 2;
    private const int FeatureIndex = MessageHeader.Bytes + 4;

    [Theory]
    [InlineData(Feature.LogStart, "migration", "dirty", "DIRTY-", "offers no log of DMA")]
    [InlineData(Feature.Migration, "dirty", "migration", "MIGRATION-", "offers no migration")]
    public void What_a_server_lacks_does_not_apply(
        Feature lacking, string offered, string other, string prefix, string reason)
    {
        using var served = new ServedTarget("reference");
        var path = served.Path + "r";
        using var relay = new HostileRelay(path, served.Path, 0, reply => [Without(lacking, reply)]);
        using var tool = new ToolRun();
        Assert.Equal(0, tool.Run("run", $"vfio-user:{path}", "--cases", "200", "-o", tool["o"]));
        Assert.Matches($"(?m)^{offered} .* 200 cases, ", tool.Output);
        Assert.Matches($"(?m)^N/A \\(absent\\) .*{prefix}.*{reason}", tool.Output);

        Assert.Equal(3, tool.Run("run", $"vfio-user:{path}", "-a", other, "--cases", "3", "-o", tool["p"]));
        Assert.Contains(reason, tool.Error, StringComparison.Ordinal);
        Assert.Single(tool.Error.TrimEnd().Split('\n'));
    }

    // The reply to a use of the feature becomes an error, as from a server that has never heard of it.
    private static byte[] Without(Feature feature, byte[] reply)
    {
        if (reply.Length < FeatureIndex + 4 || BitConverter.ToUInt16(reply, Command) != 16) return reply;
        if (BitConverter.ToUInt16(reply, FeatureIndex) != (ushort)feature) return reply;
        var refused = reply[..MessageHeader.Bytes];
        BitConverter.TryWriteBytes(refused.AsSpan(4), MessageHeader.Bytes);
        BitConverter.TryWriteBytes(refused.AsSpan(8), 1u | 1u << 5);
        BitConverter.TryWriteBytes(refused.AsSpan(12), 95u);
        return refused;
    }
}
