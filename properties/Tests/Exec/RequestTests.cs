using System.Text;
using IoSpec.Contracts;
using IoSpec.Exec;
using IoSpec.Targets;
using Xunit;

namespace IoSpec.Tests.Exec;

/// <summary>What the suite says is read as strictly as what it is told.</summary>
public sealed class RequestTests
{
    [Theory]
    [InlineData("{}", "1:1: the member \"command\" is missing")]
    [InlineData("""{"seq":"1"}""", "1:1: the member \"command\" is missing")]
    [InlineData("""{"command":"go"}""", "1:12: command: expected one of hello, reset, step, run, bye")]
    [InlineData("""{"command":"bye"}""", "1:1: the member \"seq\" is missing")]
    [InlineData("""{"command":"bye","seq":"1","seq":"1"}""", "1:28: seq: this member was there before")]
    [InlineData("""{"command":"bye","seq":"1","area":"iommu"}""", "1:35: area: this is no member of bye")]
    [InlineData("""{"command":"hello","seq":"1","protocol":2}""", "1:41: protocol: expected a whole number from 1")]
    [InlineData("""{"protocol":1,"command":"hello","seq":"1"}""", "1:13: protocol: \"command\" has to come before")]
    [InlineData("""{"command":"reset","seq":"1","area":"x"}""", "1:37: area: there is no area \"x\"")]
    [InlineData("""{"command":"step","seq":"1","operation":{"kind":"reset"}}""", "1:41: operation: no area is known")]
    [InlineData("""{"command":"reset","seq":"1","configuration":1}""", "1:46: configuration: no area is known")]
    public void A_request_that_is_none_is_one_line_with_its_place(string line, string problem)
    {
        var bad = Assert.Throws<BadInputException>(() => WireRequestReader.Read(Encoding.UTF8.GetBytes(line), null));
        Assert.Contains(problem, bad.Message, StringComparison.Ordinal);
        using var output = new MemoryStream();
        using var input = new StringReader("""{"command":"hello","seq":"1","protocol":1}""" + "\n" + line + "\n");
        var refused = Plugins.Serve("reference", input, output);
        Assert.StartsWith("line 2 of the input, column ", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_that_are_checked_before_they_are_sent_are_good()
    {
        using var plugin = new SocketPlugin("reference");
        Harness.ChecksRequests = true;
        try
        {
            Assert.All(Plugins.Check(plugin.Connection, Samples.Of), finding => Assert.Null(finding.Problem));
        }
        finally
        {
            Harness.ChecksRequests = false;
        }
    }
}
