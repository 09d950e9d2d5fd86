using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Interop;
using IoSpec.Tests.Support;
using IoSpec.VfioUser.Client;
using IoSpec.VfioUser.Wire;
using Xunit;
using Xunit.Abstractions;

namespace IoSpec.Tests.VfioUser;

/// <summary>Spoilt replies in the client's hands: they are taken for what they say, or the server is lost.</summary>
/// <param name="output">Told what came of them.</param>
public sealed class ReplyFuzzTests(ITestOutputHelper output)
{
    private const string Variable = "IOSPEC_FUZZ_REPLIES";
    private const int Usual = 50_000;

    [Fact]
    public void A_spoilt_reply_is_taken_or_loses_the_server_and_nothing_else()
    {
        var count = int.Parse(
            Environment.GetEnvironmentVariable(Variable) ?? Usual.ToString(CultureInfo.InvariantCulture),
            NumberStyles.None, CultureInfo.InvariantCulture);
        var random = new SmallRandom(0xf0225);
        using var transport = new ScriptedTransport(random);
        using var device = new Device(transport);
        using var signal = Descriptor.Event();
        Assert.Equal(Errno.None, device.Map(new IovaRange(new Iova(0), new Iova(0xffff)), isShared: true));
        transport.IsHostile = true;
        var (lost, failed) = (0, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < count; i++)
        {
            try
            {
                if (Call(device, random, signal) != Errno.None) failed++;
            }
            catch (TargetLostException exception)
            {
                Assert.NotEqual(Loss.Threw, exception.Kind);
                lost++;
            }
        }

        output.WriteLine($"{count} replies: {lost} lost the server, {failed} were failures");
        Assert.InRange(lost, count / 10, count * 9 / 10);
        Assert.InRange(failed, count / 100, count);

        // A server may ask for a megabyte, and rarely does so here.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / count, 0, 1 << 15);
    }

    [Fact]
    public void The_text_of_a_version_is_read_or_refused_with_a_line()
    {
        var random = new SmallRandom(0x7e47);
        var text = VersionText.Of(new Limits(4096, 8));
        var refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = (byte[])text.Clone();
            for (var j = 1 + random.Below(3); j > 0; j--) bytes[random.Below(bytes.Length)] = (byte)random.Below(256);
            if (VersionText.Read(bytes.AsSpan(0, random.Below(bytes.Length + 1)), out var limits) is { } problem)
            {
                Assert.DoesNotContain('\n', problem);
                refused++;
            }

            Assert.InRange(limits.Transfer, 1, Limits.MostTransfer);
        }

        Assert.InRange(refused, 10_000, 20_000);
    }

    [Theory]
    [InlineData("{\"capabilities\":{\"max_data_xfer_size\":0}}")]
    [InlineData("{\"capabilities\":{\"max_data_xfer_size\":-1}}")]
    [InlineData("{\"capabilities\":{\"max_data_xfer_size\":1e99}}")]
    [InlineData("{\"capabilities\":{\"max_data_xfer_size\":\"1\"}}")]
    [InlineData("{\"capabilities\":{\"max_msg_fds\":1025}}")]
    [InlineData("{\"capabilities\":[]}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"capabilities\":{{{{{{{{{{{{{{{{{{{{{{")]
    public void A_version_is_refused_whose_text_is(string text) =>
        Assert.NotNull(VersionText.Read([.. System.Text.Encoding.UTF8.GetBytes(text), 0], out _));

    private static int Call(Device device, SmallRandom random, Descriptor signal)
    {
        Span<byte> buffer = stackalloc byte[256];
        var part = buffer[..(1 + random.Below(buffer.Length))];
        var range = new IovaRange(new Iova(0x100_0000), new Iova(0x100_0fff));
        switch (random.Below(12))
        {
            case 0: return device.GetInfo(out _);
            case 1: return device.GetIrqCount(2, out _);
            case 2: return device.GetRegionSize(7, out _);
            case 3: return device.Read(0, 64, part);
            case 4: return device.Write(0, 64, part[..Math.Min(part.Length, 48)]);
            case 5: return device.Reset();
            case 6: return device.SetIrq(2, 0, random.Below(2) == 0 ? signal : null);
            case 7: return device.Unmap(range);
            case 8: return device.Use(Feature.State, FeatureUse.Get, [], part[..Math.Min(part.Length, 8)]);
            case 9:
                var error = device.ReadData(part, out var count);
                Assert.InRange(count, 0, part.Length + 64);
                return error;
            case 10: return device.WriteData(part);
            default:
                var pages = 1ul + (ulong)random.Below(500);
                var answer = new DeviceLog(device).Report(new Iova(0), pages * 4096, 4096, out var bitmap, out _);
                Assert.Equal(answer == Errno.None ? (int)((pages + 63) / 64 * 8) : 0, bitmap.Length);
                return answer;
        }
    }
}
