using IoSpec.Contracts;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Vectors of the virtio IOMMU, written by hand.</summary>
/// <remarks>
/// Source of each: virtio 1.3, 5.13 (the number is that of a subsection). The granularity is 4 KiB, 2^39 addresses can
/// be mapped, domains are 0 to 0xffff.
/// </remarks>
public sealed class ViommuVectorTests
{
    private const string Attach = "01000000 01000000 28000000 00000000 00000000";
    private const string AttachOther = "01000000 01000000 29000000 00000000 00000000";
    private const string AttachSecond = "01000000 02000000 28000000 00000000 00000000";
    private const string AttachBypass = "01000000 03000000 28000000 01000000 00000000";
    private const string Detach = "02000000 01000000 28000000 00000000 00000000";
    private const string Map = "03000000 01000000 0050000000000000 ff6f000000000000 0030005a00000000 03000000";
    private const string MapNext = "03000000 01000000 0070000000000000 ff7f000000000000 0080005a00000000 03000000";
    private const string Unmap = "04000000 01000000 0050000000000000 ff6f000000000000 00000000";
    private const string Padding =
        "0000000000000000 0000000000000000 0000000000000000 0000000000000000"
        + "0000000000000000 0000000000000000 0000000000000000 0000000000000000";

    private const string Probe = "05000000 28000000" + Padding;

    /// <summary>A source, the requests before, a request, and the statuses that it may have.</summary>
    public static TheoryData<string, string[], string, string> Requests { get; } = new()
    {
        { "6.3.2 does not reject: attach", [], Attach, "0" },
        { "6.3.2 reserved", [], "01000000 01000000 28000000 00000000 00000001", "4" },
        { "6.3.2 flags", [], "01000000 01000000 28000000 02000000 00000000", "4" },
        { "6.3.2 endpoint", [], "01000000 01000000 00ff0000 00000000 00000000", "6" },
        { "6.3.2 reserved and endpoint", [], "01000000 01000000 00ff0000 00000000 00000001", "4|6" },
        { "6.3.2 another endpoint: may", [Attach], AttachOther, "0|2" },
        { "6.3.2 another domain: should, or UNSUPP", [Attach], AttachSecond, "0|2" },
        { "6.3.2 another endpoint, and reserved", [Attach], "01000000 01000000 29000000 00000000 00000001", "4|2" },
        { "6.3.2 bypass differs", [Attach], "01000000 01000000 29000000 01000000 00000000", "4|2" },
        { "6.3 bypass domain", [], AttachBypass, "0" },
        { "6, domain_range", [], "01000000 00000100 28000000 00000000 00000000", "*" },
        { "6.2 head.reserved is ignored", [], "01000080 01000000 28000000 00000000 00000000", "0" },
        { "6.4.2 detach", [Attach], Detach, "0" },
        { "6.4.2 reserved is ignored", [Attach], "02000000 01000000 28000000 00000000 00000001", "0" },
        { "6.4.2 endpoint", [], "02000000 01000000 00ff0000 00000000 00000000", "6" },
        { "6.4.2 another domain: may INVAL", [Attach], "02000000 02000000 28000000 00000000 00000000", "*" },
        { "6.5 map", [Attach], Map, "0" },
        { "6.5.2 domain", [], Map, "6" },
        {
            "6.5.2 bypass domain", [AttachBypass],
            "03000000 03000000 0050000000000000 ff6f000000000000 0030005a00000000 03000000", "4"
        },
        {
            "6.5.2 virt_start", [Attach],
            "03000000 01000000 0058000000000000 ff6f000000000000 0030005a00000000 03000000", "5"
        },
        {
            "6.5.2 virt_end + 1", [Attach],
            "03000000 01000000 0050000000000000 fe6f000000000000 0030005a00000000 03000000", "5"
        },
        {
            "6.5.2 phys_start", [Attach],
            "03000000 01000000 0050000000000000 ff6f000000000000 0138005a00000000 03000000", "5"
        },
        { "6.5.2 overlap", [Attach, Map], Map, "4" },
        {
            "6.5.2 overlap of one page", [Attach, Map],
            "03000000 01000000 0060000000000000 ff8f000000000000 0030005a00000000 03000000", "4"
        },
        { "6.5.2 beside", [Attach, Map], MapNext, "0" },
        {
            "6.5.2 flags", [Attach],
            "03000000 01000000 0050000000000000 ff6f000000000000 0030005a00000000 0b000000", "4"
        },
        {
            "6.5 WRITE and not READ might not be supported", [Attach],
            "03000000 01000000 0050000000000000 ff6f000000000000 0030005a00000000 02000000", "*"
        },
        {
            "6 input_range: fails", [Attach],
            "03000000 01000000 0000000080000000 ff0f000080000000 0030005a00000000 03000000", "5|4|1|2|3|6|7|8"
        },
        {
            "6.8.1.2 RESV_MEM: reject", [Attach],
            "03000000 01000000 00f0effe00000000 ff0ff0fe00000000 0030005a00000000 03000000", "4|1|2|3|5|6|7|8"
        },
        { "6.6 example 1", [Attach], Unmap, "0" },
        { "6.6 example 2", [Attach, Map], Unmap, "0" },
        {
            "6.6 example 3", [Attach, Map, MapNext],
            "04000000 01000000 0050000000000000 ff7f000000000000 00000000", "0"
        },
        { "6.6 example 4", [Attach, Map], "04000000 01000000 0050000000000000 ff5f000000000000 00000000", "5" },
        { "6.6 example 6", [Attach, Map], "04000000 01000000 0050000000000000 ff9f000000000000 00000000", "0" },
        { "6.6.2 domain", [], Unmap, "6" },
        {
            "6.6.2 bypass domain", [AttachBypass],
            "04000000 03000000 0050000000000000 ff6f000000000000 00000000", "4"
        },
        {
            "6.6.2 reserved: may INVAL", [Attach, Map],
            "04000000 01000000 0050000000000000 ff6f000000000000 00000001", "0|4"
        },
        { "6.7.2 probe", [], Probe, "0" },
        { "6.7.2 endpoint", [], "05000000 00ff0000" + Padding, "6" },
        { "6.2 type", [], "06000000", "-" },
        { "6.2 type", [], "00000000 01000000 28000000 00000000 00000000", "-" },
        { "6 too small for its type", [], "01000000 01000000", "-|4|1|2|3|5|6|7|8" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_has_the_statuses_as_written(string source, string[] before, string request, string expected)
    {
        var rig = new ViommuRig();
        foreach (var one in before) rig.Send(one);
        Assert.Equal((source, expected), (source, rig.Ask(request)));
    }

    [Theory]
    [InlineData("6 the device cannot find the tail", Attach, 3, "-")]
    [InlineData("6 no head", "01", 4, "-|4|1|2|3|5|6|7|8")]
    [InlineData("6.7.2 properties are smaller than probe_size", Probe, 60, "4|-")]
    public void A_tight_buffer_has_the_statuses_as_written(string source, string request, int room, string expected) =>
        Assert.Equal((source, expected), (source, new ViommuRig().Ask(request, room)));

    [Fact]
    public void A_probe_without_the_feature_comes_back_unwritten() =>
        Assert.Equal("-", new ViommuRig(features: (1ul << 32) | 0b111).Ask(Probe));

    [Theory]
    [InlineData("6.5.1 virt_end", "03000000 01000000 0050000000000000 0050000000000000 0030005a00000000 03000000")]
    [InlineData("phys_end", "03000000 01000000 0050000000000000 ff6f000000000000 00f0ffffffffffff 03000000")]
    [InlineData("6.1 beyond input_range", "04000000 01000000 0000000080000000 ff0f000080000000 00000000", Attach)]
    [InlineData("longer than a request", Attach + "00000000")]
    [InlineData("it is in that domain alone", Attach, Attach)]
    [InlineData("6.1 beyond domain_range", "01000000 00000100 28000000 00000000 00000000", Attach)]
    [InlineData("another domain that it does not fit", AttachBypass, Attach, AttachOther, AttachSecond,
        "01000000 03000000 29000000 00000000 00000000")]
    public void Nothing_is_told_of_a_request(string what, string request, params string[] before)
    {
        var rig = new ViommuRig();
        foreach (var one in before) rig.Send(one);
        Assert.Equal((what, "untold"), (what, rig.Ask(request)));
    }

    /// <summary>A source, the requests before, an access of 0x28, and what may become of it.</summary>
    public static TheoryData<string, string[], ulong, DmaKind, string> Accesses { get; } = new()
    {
        { "6.2 unattached", [], 0x5678, DmaKind.Read, "NotConfigured 1" },
        { "6.5 PA = VA - virt_start + phys_start", [Attach, Map], 0x5678, DmaKind.Read, "0x5a003678" },
        { "6.5 PA = VA - virt_start + phys_start", [Attach, Map], 0x6678, DmaKind.Write, "0x5a004678" },
        { "6.5 virt_end is included", [Attach, Map], 0x6fff, DmaKind.Atomic, "0x5a004fff" },
        { "6.9 R_MAPPING", [Attach, Map], 0x7000, DmaKind.Read, "NotPresent 2" },
        { "6.9 R_MAPPING", [Attach, Map], 0x4fff, DmaKind.Read, "NotPresent 2" },
        { "6 input_range", [Attach, Map], 1ul << 39, DmaKind.Read, "AddressTooWide 2" },
        {
            "6.5.2 no writes without WRITE",
            [Attach, "03000000 01000000 0050000000000000 ff6f000000000000 0030005a00000000 01000000"],
            0x5678, DmaKind.Write, "NoRight 2"
        },
        {
            "6.5.2 perhaps reads without READ",
            [Attach, "03000000 01000000 0050000000000000 ff6f000000000000 0030005a00000000 02000000"],
            0x5678, DmaKind.Read, "NoRight 2 | 0x5a003678"
        },
        {
            "6.5 MMIO is a type and no right",
            [Attach, "03000000 01000000 0050000000000000 ff6f000000000000 0030005a00000000 04000000"],
            0x5678, DmaKind.Read, "NoRight 2"
        },
        { "6.6 removed", [Attach, Map, Unmap], 0x5678, DmaKind.Read, "NotPresent 2" },
        {
            "6.6.2 a split removes nothing",
            [Attach, Map, MapNext, "04000000 01000000 0060000000000000 ff7f000000000000 00000000"],
            0x7678, DmaKind.Read, "0x5a008678"
        },
        { "6.4.2 detached", [Attach, Map, Detach], 0x5678, DmaKind.Read, "NotConfigured 1" },
        { "6.4 the domain ceases", [Attach, Map, Detach, Attach], 0x5678, DmaKind.Read, "NotPresent 2" },
        {
            "6.4 the domain lasts with another endpoint", [Attach, AttachOther, Map, Detach, Attach],
            0x5678, DmaKind.Read, "0x5a003678"
        },
        { "6.3.2 detached from the other domain", [Attach, Map, AttachSecond], 0x5678, DmaKind.Read, "NotPresent 2" },
        { "6 bypass domain: identity", [AttachBypass], 0x5a00_3678, DmaKind.Write, "0x5a003678" },
    };

    [Theory]
    [MemberData(nameof(Accesses))]
    public void An_access_goes_where_it_is_written(
        string source, string[] before, ulong at, DmaKind kind, string expected)
    {
        var rig = new ViommuRig();
        foreach (var one in before) rig.Send(one);
        Assert.Equal((source, expected), (source, rig.Access(at, kind)));
    }

    [Fact]
    public void An_endpoint_in_no_domain_is_passed_through_while_that_is_chosen()
    {
        var rig = new ViommuRig().Bypass(1);
        Assert.Equal("0x5a003678", rig.Access(0x5a00_3678));
        Assert.Equal("NotPresent 2", rig.Send(Attach).Access(0x5a00_3678));
        Assert.Equal("NotConfigured 1", rig.Send(Detach).Bypass(0).Access(0x5a00_3678));
    }

    [Fact]
    public void An_endpoint_in_no_domain_is_passed_through_by_the_older_feature()
    {
        var rig = new ViommuRig(features: (1ul << 32) | 0b1111);
        Assert.Equal("0x5a003678", rig.Access(0x5a00_3678));
        Assert.Equal("NotPresent 2", rig.Send(Attach).Access(0x5a00_3678));
    }

    [Fact]
    public void A_probe_tells_the_doorbell()
    {
        var answer = new ViommuRig().Answer(Probe);
        Assert.Equal(68ul, answer.Used.Value);
        Assert.Equal(
            [0x0000_0001_0014_0001, 0xfee0_0000, 0xfeef_ffff, 0, 0, 0, 0, 0, 0],
            answer.Words.Select(word => word.Value));
    }

    [Fact]
    public void What_is_unknown_comes_back_as_it_was()
    {
        var answer = new ViommuRig().Answer("ff000000");
        Assert.Equal((0ul, 0xeeee_eeeeul), (answer.Used.Value, answer.Words.Single().Value));
    }
}
