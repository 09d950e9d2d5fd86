using System.Runtime.InteropServices;
using IoSpec.Contracts;
using IoSpec.Tests.Support;
using IoSpec.VhostUser;
using IoSpec.VhostUser.Wire;
using Xunit;

namespace IoSpec.Tests.VhostUser;

/// <summary>What a back end answers, and what no front end may say.</summary>
public sealed class BackEndTests
{
    private const FrontEndRequest Unknown = (FrontEndRequest)99;

    public static TheoryData<FrontEndRequest, int> Wrong { get; } = new()
    {
        { FrontEndRequest.GetFeatures, 8 },
        { FrontEndRequest.SetFeatures, 4 },
        { FrontEndRequest.SetProtocolFeatures, 0 },
        { FrontEndRequest.SetRingAddress, 39 },
        { FrontEndRequest.SetRingEnable, 9 },
        { FrontEndRequest.GetRingBase, 0 },
        { FrontEndRequest.SetMemoryTable, 7 },
        { FrontEndRequest.Iotlb, 26 },
        { FrontEndRequest.Iotlb, 32 },
        { FrontEndRequest.SetBackEndChannel, 0 },
        { Unknown, 0 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_of_another_length_or_says_nothing_is_garbage(FrontEndRequest request, int length)
    {
        using var backEnd = new BackEnd(BackEndOptions.Default, queues: 1);
        var lost = Assert.Throws<TargetLostException>(() => backEnd.Answer(request, new byte[length], []));
        Assert.Equal(Loss.Garbage, lost.Kind);
    }

    [Fact]
    public void No_features_but_those_that_were_offered_are_accepted()
    {
        using var backEnd = new BackEnd(BackEndOptions.Default, queues: 1);
        var offered = MemoryMarshal.Read<ulong>(backEnd.Answer(FrontEndRequest.GetFeatures, [], []));
        Assert.Equal(0x3_4000_0000ul, offered);
        Assert.Null(backEnd.Answer(FrontEndRequest.SetFeatures, BitConverter.GetBytes(offered), []));
        Assert.False(backEnd.IsRunning);
        Assert.Null(backEnd.Answer(FrontEndRequest.SetRingEnable, [0, 0, 0, 0, 1, 0, 0, 0], []));
        Assert.True(backEnd.IsRunning);
        Assert.Throws<TargetLostException>(() => backEnd.Answer(
            FrontEndRequest.SetFeatures, BitConverter.GetBytes(offered | 1), []));
    }

    [Theory]
    [InlineData(0x1000, 0)]
    [InlineData(0xffff_ffff_ffff_f000, 0x1001)]
    public void Translations_of_nothing_or_beyond_the_end_are_garbage(ulong at, ulong size)
    {
        using var backEnd = new BackEnd(BackEndOptions.Default, queues: 1);
        foreach (var kind in (ReadOnlySpan<IotlbKind>)[IotlbKind.Update, IotlbKind.Invalidate])
        {
            var message = new IotlbMessage(new Iova(at), new ByteCount(size), default, Access.Read, kind);
            Assert.Throws<TargetLostException>(() => backEnd.Answer(FrontEndRequest.Iotlb, Bytes(message), []));
        }
    }

    [Fact]
    public void Everything_is_invalidated_by_a_size_that_does_not_fit()
    {
        var iotlb = new Iotlb();
        using var backEnd = new BackEnd(new BackEndOptions(() => iotlb, KeepsAllRights: true), queues: 1);
        var update = new IotlbMessage(
            new Iova(ulong.MaxValue), new ByteCount(1), new Hva(1), Access.Read, IotlbKind.Update);
        backEnd.Answer(FrontEndRequest.Iotlb, Bytes(update), []);
        Assert.Equal(1, iotlb.Count);
        var all = new IotlbMessage(default, default, default, Access.None, IotlbKind.Invalidate);
        backEnd.Answer(FrontEndRequest.Iotlb, Bytes(all), []);
        Assert.Equal(0, iotlb.Count);
    }

    [Fact]
    public void No_bytes_make_a_back_end_fail_otherwise()
    {
        var random = new SmallRandom(0x7a57);
        for (var i = 0; i < 20_000; i++)
        {
            using var backEnd = new BackEnd(BackEndOptions.Default, queues: 1);
            var payload = new byte[random.Below(80)];
            for (var at = 0; at < payload.Length; at++) payload[at] = (byte)(random.Below(3) * random.Below(128));
            try
            {
                backEnd.Answer((FrontEndRequest)random.Below(41), payload, []);
            }
            catch (TargetLostException e)
            {
                Assert.Equal(Loss.Garbage, e.Kind);
            }
        }
    }

    private static byte[] Bytes(IotlbMessage message)
    {
        var bytes = new byte[IotlbMessage.Bytes];
        message.Write(bytes);
        Assert.True(IotlbMessage.TryRead(bytes, out var again));
        Assert.Equal(message, again);
        return bytes;
    }
}
