using System.Text;
using IoSpec.Qemu.Link;
using Xunit;

namespace IoSpec.Tests.Qemu.Link;

public sealed class QmpLineTests
{
    [Theory]
    [InlineData("""{"QMP": {"version": {}, "capabilities": ["oob"]}}""", QmpLineKind.Greeting, "")]
    [InlineData("""{"return": {}}""", QmpLineKind.Result, "")]
    [InlineData("""{"return": null, "id": 1}""", QmpLineKind.Result, "")]
    [InlineData("""{"error": {"class": "GenericError", "desc": "no"}}""", QmpLineKind.Error, "GenericError")]
    [InlineData("""{"timestamp": {"seconds": 1}, "event": "RESET", "data": {}}""", QmpLineKind.Event, "RESET")]
    [InlineData("{\"return\": 1}\r", QmpLineKind.Result, "")]
    public void A_message_is_read(string line, QmpLineKind kind, string name)
    {
        var read = QmpLine.Parse(Encoding.UTF8.GetBytes(line));
        Assert.Equal((kind, name), (read.Kind, read.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"QMP\"")]
    [InlineData("""{"qmp": 1}""")]
    [InlineData("""{"return": 1} {}""")]
    [InlineData("""{"return": 1,}""")]
    [InlineData("""{"return": 1, "return": 2}""")]
    [InlineData("""{"return": {"a": 1, "a": 2}}""")]
    [InlineData("""{"event": 5}""")]
    [InlineData("""{"event": null}""")]
    [InlineData("""{"event": "\ud800"}""")]
    [InlineData("""{"error": "class"}""")]
    [InlineData("""{"error": {"desc": "no"}}""")]
    [InlineData("""{"error": {"class": {}}}""")]
    [InlineData("""{"\ud800": 1}""")]
    [InlineData("""{"return": 1} // done""")]
    [InlineData("""{"return": NaN}""")]
    [InlineData("\ufeff{\"return\": 1}")]
    public void Anything_else_is_garbage(string line) =>
        Assert.Equal(QmpLineKind.Garbage, QmpLine.Parse(Encoding.UTF8.GetBytes(line)).Kind);

    [Fact]
    public void Bytes_that_are_no_text_are_garbage()
    {
        byte[] line = [.. "{\"event\": \""u8, 0xc3, 0x28, .. "\"}"u8];
        Assert.Equal(QmpLineKind.Garbage, QmpLine.Parse(line).Kind);
    }

    [Fact]
    public void What_is_nested_without_end_is_garbage()
    {
        var deep = Encoding.UTF8.GetBytes("{\"return\":" + new string('[', 100_000));
        Assert.Equal(QmpLineKind.Garbage, QmpLine.Parse(deep).Kind);
    }
}
