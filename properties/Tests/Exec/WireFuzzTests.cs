using System.Text;
using IoSpec.Contracts;
using IoSpec.Exec;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Exec;

/// <summary>Spoiled lines of the wire are read or refused with one line that names the place.</summary>
public sealed class WireFuzzTests
{
    private const int Mutations = 3_000;
    private const ulong Seed = 0x31_7e;

    private static readonly WireArea Area = WireCatalogue.Find("iommu")!;

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "-1", "1e999", "0x", "\"0x1\"",
        "\"seq\":\"1\"", "\"seen\":", "\"error\":\"x\"", "\"kind\":\"lost\"", "\ufeff", "\0", "[[[[[[[[[[",
        "\"0xffffffffffffffff\"", "18446744073709551616",
    ];

    private static readonly string[] Replies =
    [
        """{"seq":"1","seen":{"kind":"faults","records":[{"requester":"0x28","page":"0x1000","wanted":["read"],"""
            + """ "reason":"other","pasid":null}],"overflow":false}}""",
        """{"seq":"1","seen":{"kind":"transferred","pieces":[{"offset":"0x0","length":"0x1","outcome":"landed","""
            + """ "at":"0x5000"}]}}""",
        """{"seq":"1","seen":{"kind":"unsupported","reason":"no"}}""",
        """{"seq":"1","error":"no memory"}""",
    ];

    private static readonly string[] Requests =
    [
        """{"command":"hello","seq":"1","protocol":1}""",
        """{"command":"step","seq":"1","operation":{"kind":"map","domain":"0x1","at":"0x1000","to":"0x55a000000","""
            + """ "pages":"0x2","allowed":["read"],"largest":"size4K"}}""",
        """{"command":"run","seq":"1","operations":[{"kind":"readFaults"},"""
            + """ {"kind":"invalidate","scope":{"kind":"everything"}}]}""",
        """{"command":"bye","seq":"1"}""",
    ];

    [Fact]
    public void A_spoiled_reply_is_read_or_refused() => Fuzz(Replies, line => WireReplies.Seen(line, "1", Area));

    [Fact]
    public void A_spoiled_reply_to_several_operations_is_read_or_refused() => Fuzz(
        [.. Replies.Select(r => r.Replace("\"seen\":", "\"seen\":[", StringComparison.Ordinal)[..^1] + "]}")],
        line => WireReplies.Seen(line, "1", Area, 1));

    [Fact]
    public void A_spoiled_hello_is_read_or_refused() => Fuzz(
        [
            Hello("""{"area":"dirty","capabilities":null},{"area":"iommu"}"""),
            Hello("""{"area":"walk","capabilities":{"kind":"ofFormats","formats":["vtd"]}}"""),
        ],
        line => WireReplies.Hello(line, "1"));

    [Fact]
    public void A_spoiled_request_is_read_or_refused() => Fuzz(Requests, line => WireRequestReader.Read(line, Area));

    private static string Hello(string areas) =>
        """{"seq":"1","protocol":1,"name":"n","version":"v","areas":[""" + areas + "]}";

    private static void Fuzz(string[] lines, Reader read)
    {
        var random = new SmallRandom(Seed);
        var (good, bad) = (0, 0);
        foreach (var line in lines.Where(l => !l.Contains("error", StringComparison.Ordinal)))
            read(Encoding.UTF8.GetBytes(line));
        for (var i = 0; i < Mutations; i++)
        {
            var spoiled = Encoding.UTF8.GetBytes(random.Of(lines)).ToList();
            for (var edits = 1 + random.Below(3); edits > 0; edits--) Spoil(spoiled, random);
            try
            {
                read(spoiled.ToArray());
                good++;
            }
            catch (Exception e) when (e is BadInputException or WireErrorException)
            {
                Assert.DoesNotContain(e.Message, char.IsControl);
                bad++;
            }
        }

        Assert.True(bad > Mutations / 2 && good > 0, $"{good} were read, {bad} were refused");
    }

    private static void Spoil(List<byte> text, SmallRandom random)
    {
        if (text.Count == 0) return;
        var at = random.Below(text.Count);
        var length = Math.Min(1 + random.Below(1 << random.Below(6)), text.Count - at);
        switch (random.Below(6))
        {
            case 0: text[at] ^= (byte)(1 << random.Below(8)); break;
            case 1: text[at] = (byte)random.Next(); break;
            case 2: text.RemoveRange(at, length); break;
            case 3: text.InsertRange(random.Below(text.Count), text.GetRange(at, length)); break;
            case 4: text.InsertRange(at, Encoding.UTF8.GetBytes(random.Of(Tokens))); break;
            default: text.RemoveRange(at, text.Count - at); break;
        }
    }

    private delegate object Reader(ReadOnlySpan<byte> line);
}
