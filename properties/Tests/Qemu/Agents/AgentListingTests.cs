using IoSpec.Qemu.Agents;
using Xunit;

namespace IoSpec.Tests.Qemu.Agents;

public sealed class AgentListingTests
{
    [Fact]
    public void The_lines_of_the_program_follow_one_another_without_a_gap()
    {
        var image = AgentListing.Image("Agents/s390x.lst", 0x4000);
        // The two highest bits of an instruction of s390x tell its length.
        int[] lengths = [2, 4, 4, 6];
        var at = 0x1000;
        while (image[at] != 0) at += lengths[image[at] >> 6];
        Assert.Equal(0x1176, at);
        at = 0x2000;
        while (image[at] != 0) at += lengths[image[at] >> 6];
        Assert.Equal(0x203e, at);
    }

    [Theory]
    [InlineData("; a remark")]
    [InlineData("")]
    public void A_remark_has_no_bytes(string line) => Assert.Null(AgentListing.Bytes(line));

    [Fact]
    public void A_line_has_an_address_and_bytes()
    {
        var (at, bytes) = AgentListing.Bytes("1006 a7190001              lghi r1,1")!.Value;
        Assert.Equal(0x1006, at);
        Assert.Equal([0xa7, 0x19, 0x00, 0x01], bytes);
    }
}
