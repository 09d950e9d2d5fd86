using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Walk;
using IoSpec.Qemu.VirtioIommu;
using Xunit;

namespace IoSpec.Tests.Qemu.VirtioIommu;

/// <summary>Bytes as the specification lays them out, written down by hand.</summary>
public sealed class WireTests
{
    private static readonly DomainId Domain = new(0x0201);
    private static readonly RequesterId Endpoint = new(0x8200);
    private static readonly IovaRange Range = new(new Iova(0x1000), new Iova(0x2fff));

    public static TheoryData<string, ViommuRequest, string> Requests { get; } = new()
    {
        { "attach", new ViommuRequest.Attach(Domain, Endpoint, false), "01000000 01020000 00820000 00000000 00000000" },
        { "bypass", new ViommuRequest.Attach(Domain, Endpoint, true), "01000000 01020000 00820000 01000000 00000000" },
        { "detach", new ViommuRequest.Detach(Domain, Endpoint), "02000000 01020000 00820000 00000000 00000000" },
        {
            "map", new ViommuRequest.Map(Domain, Range, new Gpa(0x4a7d3000), Access.Write),
            "03000000 01020000 00100000 00000000 ff2f0000 00000000 00307d4a 00000000 02000000"
        },
        {
            "unmap", new ViommuRequest.Unmap(Domain, Range),
            "04000000 01020000 00100000 00000000 ff2f0000 00000000 00000000"
        },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_has_the_layout_of_the_specification(string what, ViommuRequest request, string bytes) =>
        Assert.True(Bytes(bytes).SequenceEqual(ViommuWire.Encode(request)), what);

    [Fact]
    public void A_probe_ends_with_64_reserved_bytes() =>
        Assert.Equal([.. Bytes("05000000 00820000"), .. new byte[64]], ViommuWire.EncodeProbe(Endpoint));

    [Theory]
    [InlineData("01000000 00010000 28000000 00000000 34120000 00000000", Access.None, FaultReason.NotAttached)]
    [InlineData("02000000 01010000 28000000 ffffffff 34120000 00000000", Access.Read, FaultReason.NotPermitted)]
    [InlineData("02000000 0201ff00 28000000 00000000 34120000 00000000", Access.Write, FaultReason.NotPermitted)]
    [InlineData("00000000 03010000 28000000 00000000 34120000 00000000", Access.ReadWrite, FaultReason.Other)]
    [InlineData("07000000 00010000 28000000 00000000 34120000 00000000", Access.None, FaultReason.Other)]
    public void A_report_says_who_wanted_what_where_and_why_not(string bytes, Access wanted, FaultReason reason) =>
        Assert.Equal(
            new FaultRecord(new RequesterId(0x28), new Iova(0x1000), wanted, reason, null),
            ViommuWire.Decode(Bytes(bytes)));

    [Theory]
    [InlineData("02010000 01010000 28000000 00000000 34120000 00000000")]
    [InlineData("02000000 01000000 28000000 00000000 34120000 00000000")]
    [InlineData("02000000 01010000")]
    public void A_report_that_is_reserved_cut_off_or_without_an_address_says_nothing(string bytes) =>
        Assert.Null(ViommuWire.Decode(Bytes(bytes)));

    [Fact]
    public void Reserved_regions_are_found_among_other_properties() => Assert.Equal(
        [
            new ViommuRegion(new IovaRange(new Iova(0xfee0_0000), new Iova(0xfeef_ffff)), IsDoorbell: true),
            new ViommuRegion(new IovaRange(new Iova(0x1000), new Iova(0x1fff)), IsDoorbell: false),
        ],
        ViommuWire.Reserved(Bytes(
            "0700 0400 aabbccdd"
            + "0100 1400 01000000 0000e0fe00000000 ffffeffe00000000"
            + "0110 1400 00000000 0000000000000000 ff0f000000000000"
            + "0100 1800 05ffffff 0010000000000000 ff1f000000000000 00000000"
            + "0000 0000")));

    [Theory]
    [InlineData("")]
    [InlineData("0100")]
    [InlineData("0100 1400 01000000")]
    [InlineData("0100 1400 01000000 ff0f000000000000 0000000000000000")]
    [InlineData("0100 0400 01000000")]
    public void What_is_cut_off_or_upside_down_is_no_region(string bytes) =>
        Assert.Empty(ViommuWire.Reserved(Bytes(bytes)));

    private static byte[] Bytes(string hex) =>
        Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
