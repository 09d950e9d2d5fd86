using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Tests.Support;
using VerifyXunit;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class PrinterTests
{
    public static TheoryData<Type> All => Unions.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Every_value_is_one_line_that_begins_with_the_name_of_its_case(Type type)
    {
        foreach (var value in ShapeSamples.Of(Shape.Of(type)))
        {
            var line = Printer.Line(value!);
            var name = value!.GetType().Name;
            Assert.StartsWith(char.ToLowerInvariant(name[0]) + name[1..], line, StringComparison.Ordinal);
            Assert.DoesNotContain(line, char.IsControl);
        }
    }

    [Fact]
    public Task Operations_and_observations_are_printed_like_this()
    {
        var values = IommuSamples.Operations.Concat<object>(IommuSamples.Observations);
        return Verifier.Verify(string.Join('\n', values.Select(Printer.Line)));
    }

    [Theory]
    [InlineData("none", Access.None)]
    [InlineData("read", Access.Read)]
    [InlineData("readWrite", Access.ReadWrite)]
    [InlineData("read+execute", Access.Read | Access.Execute)]
    [InlineData("read+0x8", (Access)9)]
    [InlineData("0x8", (Access)8)]
    public void A_set_is_its_own_name_or_the_names_in_it(string text, Access access) =>
        Assert.Equal(text, Printer.Text(access, Shape.Of(typeof(Access))));

    [Fact]
    public void What_has_no_name_is_printed_as_a_number()
    {
        Assert.Equal("size2M", Printer.Text(PageSize.Size2M, Shape.Of(typeof(PageSize))));
        Assert.Equal("0xd", Printer.Text((PageSize)13, Shape.Of(typeof(PageSize))));
    }

    [Fact]
    public void What_is_absent_is_printed_as_null()
    {
        Assert.Equal("0x7", Printer.Text(new Pasid(7), Shape.Of(typeof(Pasid?))));
        Assert.Equal("null", Printer.Text(null, Shape.Of(typeof(Pasid?))));
        Assert.Equal("null", Printer.Text(null, Shape.Of(typeof(InvalidationScope))));
    }

    [Fact]
    public void Numbers_of_64_bits_are_hexadecimal_and_others_are_not()
    {
        Assert.Equal("0xff", Printer.Text(255ul, Shape.Of(typeof(ulong))));
        Assert.Equal("-1", Printer.Text(-1, Shape.Of(typeof(int))));
    }
}
