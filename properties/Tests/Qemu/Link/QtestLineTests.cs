using System.Text;
using IoSpec.Contracts;
using IoSpec.Qemu.Link;
using Xunit;

namespace IoSpec.Tests.Qemu.Link;

public sealed class QtestLineTests
{
    [Theory]
    [InlineData("OK", QtestLineKind.Done, 0)]
    [InlineData("OK 0x0", QtestLineKind.Value, 0)]
    [InlineData("OK 0x00000000000000ff", QtestLineKind.Value, 0xff)]
    [InlineData("OK 0xffffffffffffffff", QtestLineKind.Value, ulong.MaxValue)]
    [InlineData("IRQ raise 4", QtestLineKind.Interrupt, 0)]
    public void A_line_of_the_protocol_is_read(string line, QtestLineKind kind, ulong value) =>
        Assert.Equal(new QtestLine(kind, new Word(value)), QtestLine.Parse(Encoding.Latin1.GetBytes(line)));

    [Theory]
    [InlineData("")]
    [InlineData("O")]
    [InlineData("ok")]
    [InlineData("OK ")]
    [InlineData("OK\r")]
    [InlineData(" OK")]
    [InlineData("OKAY")]
    [InlineData("OK 0x")]
    [InlineData("OK 0x ")]
    [InlineData("OK 0X1")]
    [InlineData("OK 0xG")]
    [InlineData("OK 0xA")]
    [InlineData("OK 1")]
    [InlineData("OK  0x1")]
    [InlineData("OK 0x1 ")]
    [InlineData("OK 0x-1")]
    [InlineData("OK 0x1\0")]
    [InlineData("OK 0x10000000000000000")]
    [InlineData("OK 0x00000000000000001")]
    [InlineData("IRQ")]
    [InlineData("irq raise 4")]
    [InlineData("ERR")]
    [InlineData("FAIL Unknown command 'x'")]
    [InlineData("\u00ff\u00fe")]
    public void Anything_else_is_garbage(string line) => Assert.Equal(
        QtestLineKind.Garbage, QtestLine.Parse(Encoding.Latin1.GetBytes(line)).Kind);
}
