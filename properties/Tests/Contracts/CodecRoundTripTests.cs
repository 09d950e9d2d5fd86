using System.Buffers;
using System.Text.Json;
using IoSpec.Contracts;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class CodecRoundTripTests
{
    public static TheoryData<Type> All => Unions.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Every_case_with_every_boundary_value_is_read_back_as_it_was_written(Type type)
    {
        foreach (var value in ShapeSamples.Of(Shape.Of(type)))
        {
            var bytes = Written(value, Shape.Of(type));
            Assert.Equal(value, JsonCodec.Read(bytes, Shape.Of(type), "sample"));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_was_read_is_written_with_the_same_bytes(Type type)
    {
        foreach (var value in ShapeSamples.Of(Shape.Of(type)))
        {
            var bytes = Written(value, Shape.Of(type));
            var again = Written(JsonCodec.Read(bytes, Shape.Of(type), "sample"), Shape.Of(type));
            Assert.Equal(bytes, again);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_samples_hold_every_case_that_the_assembly_has(Type type)
    {
        var found = ShapeSamples.Of(Shape.Of(type)).Select(value => value!.GetType()).Distinct();
        Assert.Equal(Unions.CasesOf(type), found.OrderBy(t => t.FullName, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_shape_holds_its_own_values_and_nothing_else(Type type)
    {
        var shape = Shape.Of(type);
        Assert.All(ShapeSamples.Of(shape), value => Assert.True(shape.Holds(value)));
        Assert.False(shape.Holds(null));
        Assert.False(shape.Holds("a text"));
    }

    [Fact]
    public void A_member_that_may_be_absent_may_also_be_left_out()
    {
        var shape = Shape.Of(typeof(IoSpec.Contracts.Iommu.IommuOperation));
        var full = JsonCodec.Read("""{"kind":"detach","requester":"0x1","pasid":null}"""u8, shape, "");
        Assert.Equal(full, JsonCodec.Read("""{"kind":"detach","requester":"0x1"}"""u8, shape, ""));
    }

    [Fact]
    public void The_order_of_members_after_the_kind_does_not_count()
    {
        var shape = Shape.Of(typeof(IoSpec.Contracts.Iommu.IommuOperation));
        var one = JsonCodec.Read("""{"kind":"interrupt","requester":"0x1","at":"0x2","data":3}"""u8, shape, "");
        var other = JsonCodec.Read("""{"kind":"interrupt","data":3,"at":"0x2","requester":"0x1"}"""u8, shape, "");
        Assert.Equal(one, other);
    }

    private static byte[] Written(object? value, Shape shape)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes)) JsonCodec.Write(writer, value, shape);
        return bytes.WrittenSpan.ToArray();
    }
}
