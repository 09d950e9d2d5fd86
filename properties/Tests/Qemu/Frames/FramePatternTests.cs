using IoSpec.Contracts;
using IoSpec.Qemu.Frames;
using Xunit;

namespace IoSpec.Tests.Qemu.Frames;

/// <summary>What is in a frame tells where it is, and what a device wrote is found byte by byte.</summary>
public sealed class FramePatternTests
{
    private static readonly byte[] DeviceBytes = [0x00, 0x96, 0xff];

    [Fact]
    public void Every_four_bytes_tell_their_frame_and_their_place()
    {
        var page = new byte[Page.Bytes];
        foreach (var frame in (ReadOnlySpan<int>)[0, 1, 63, 64, 1071, FramePattern.MostFrames - 1])
        {
            FramePattern.Fill(page, frame);
            Assert.Equal(-1, page.AsSpan().IndexOfAny(DeviceBytes));
            for (var at = 0; at < page.Length; at += FramePattern.UnitBytes)
            {
                Assert.True(FramePattern.TryDecode(page.AsSpan(at, 4), out var from, out var offset));
                Assert.Equal((frame, at), (from, offset));
            }
        }
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0xff, 0xff, 0xff, 0xff)]
    [InlineData(0x96, 0x96, 0x96, 0x96)]
    [InlineData(3, 1, 1, 1)]
    public void Other_bytes_tell_nothing(byte a, byte b, byte c, byte d) =>
        Assert.False(FramePattern.TryDecode([a, b, c, d], out _, out _));

    [Fact]
    public void A_write_that_landed_in_two_places_is_told_in_runs()
    {
        byte[] expected = [1, 3, 5, 7, 9, 11];
        byte[] piece = [0x96, 0x96, 0x96, 0x96, 0x96, 0x96];
        var written = new WrittenBytes();
        written.Start(piece.Length);
        written.Compare([0x96, 0x96, 5, 7, 9, 11], expected, piece, new Gpa(0x4000_0100));
        written.Compare([1, 3, 5, 7, 0x96, 0x96], expected, piece, new Gpa(0x5000_0100));
        List<Piece> pieces = [], strays = [];
        written.Tell(new ByteCount(32), pieces, strays);
        Assert.Equal(
            [
                Run(32, 2, PieceOutcome.Landed, 0x4000_0100), Run(34, 2, PieceOutcome.Blocked, 0),
                Run(36, 2, PieceOutcome.Landed, 0x5000_0104),
            ],
            pieces);
        Assert.Empty(strays);
    }

    [Fact]
    public void What_landed_twice_or_is_no_part_of_the_write_is_a_stray()
    {
        byte[] expected = [1, 3];
        byte[] piece = [0x96, 0x96];
        var written = new WrittenBytes();
        written.Start(piece.Length);
        written.LandAll(new Gpa(0x4000_0000), 2);
        written.Compare([0x96, 3], expected, piece, new Gpa(0x5000_0000));
        written.Compare([1, 0x77], expected, piece, new Gpa(0x6000_0000));
        List<Piece> pieces = [], strays = [];
        written.Tell(default, pieces, strays);
        Assert.Equal([Run(0, 2, PieceOutcome.Landed, 0x4000_0000)], pieces);
        Assert.Equal(
            [Run(0, 1, PieceOutcome.Stray, 0x5000_0000), Run(0, 1, PieceOutcome.Stray, 0x6000_0001)], strays);
    }

    private static Piece Run(ulong offset, ulong length, PieceOutcome outcome, ulong at) =>
        new(new ByteCount(offset), new ByteCount(length), outcome, new Gpa(at));
}
