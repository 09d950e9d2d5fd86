using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Pasids;
using IoSpec.Contracts.Zpci;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class ScalarTests
{
    public static TheoryData<Type, int> Scalars { get; } = new()
    {
        { typeof(Iova), 64 },
        { typeof(Gpa), 64 },
        { typeof(Hpa), 64 },
        { typeof(Hva), 64 },
        { typeof(PageCount), 64 },
        { typeof(ByteCount), 64 },
        { typeof(Instant), 64 },
        { typeof(Duration), 64 },
        { typeof(DomainId), 32 },
        { typeof(RequesterId), 32 },
        { typeof(Pasid), 20 },
        { typeof(ProcessorId), 32 },
        { typeof(InterruptVector), 8 },
        { typeof(Word), 64 },
        { typeof(RegisterIndex), 8 },
        { typeof(VectorIndex), 11 },
        { typeof(InterruptLine), 16 },
        { typeof(WriterId), 8 },
        { typeof(FunctionId), 8 },
        { typeof(ConfigOffset), 12 },
        { typeof(CapabilityId), 16 },
        { typeof(PageGroup), 9 },
        { typeof(BarOffset), 48 },
        { typeof(FunctionHandle), 32 },
        { typeof(GuestId), 8 },
        { typeof(DeviceId), 8 },
    };

    [Fact]
    public void The_table_holds_every_scalar_of_the_contract()
    {
        var found = typeof(IScalar<>).Assembly.GetTypes().Where(t => t.IsValueType && t.GetInterfaces().Any(
            i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IScalar<>)));
        Assert.Equal(
            string.Join(", ", Scalars.Select(row => ((Type)row[0]).Name).Order(StringComparer.Ordinal)),
            string.Join(", ", found.Select(t => t.Name).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_scalar_keeps_every_number_of_its_width_and_cuts_the_rest(Type type, int bits)
    {
        var scalar = (Shape.Scalar)Shape.Of(type);
        var most = ulong.MaxValue >> (64 - bits);
        Assert.Equal((bits, most), (scalar.Bits, scalar.Most));
        Assert.InRange(scalar.Least, 0ul, most);
        foreach (var raw in new[] { 0ul, scalar.Least, most / 2, most })
        {
            Assert.Equal(raw, scalar.Raw(scalar.From(raw)));
            Assert.Equal(scalar.From(raw), scalar.From(raw));
            Assert.True(scalar.Holds(scalar.From(raw)));
        }

        Assert.Equal(most, scalar.Raw(scalar.From(ulong.MaxValue)));
        Assert.False(scalar.Holds(most));
    }

    [Theory]
    [MemberData(nameof(Scalars))]
    public void Scalars_are_ordered_by_their_numbers(Type type, int bits)
    {
        var scalar = (Shape.Scalar)Shape.Of(type);
        var (least, most) = (scalar.From(0), scalar.From(ulong.MaxValue >> (64 - bits)));
        Assert.True(Compare(type, least, most) < 0);
        Assert.True(Compare(type, most, least) > 0);
        Assert.Equal(0, Compare(type, most, most));
    }

    [Theory]
    [MemberData(nameof(Scalars))]
    public void The_largest_number_is_read_and_the_next_one_refused(Type type, int bits)
    {
        var scalar = (Shape.Scalar)Shape.Of(type);
        var most = ulong.MaxValue >> (64 - bits);
        Assert.Equal(scalar.From(0), Read("\"0x0\"", scalar));
        Assert.Equal(scalar.From(most), Read($"\"0x{most:x}\"", scalar));
        var next = bits == 64 ? "\"0x10000000000000000\"" : $"\"0x{most + 1:x}\"";
        Assert.Throws<BadInputException>(() => Read(next, scalar));
    }

    [Fact]
    public void A_pasid_that_was_made_too_wide_is_no_pasid()
    {
        Assert.True(Shape.Of(typeof(Pasid)).Holds(new Pasid(0xfffff)));
        Assert.False(Shape.Of(typeof(Pasid)).Holds(new Pasid(0x100000)));
    }

    private static object? Read(string json, Shape shape) =>
        JsonCodec.Read(System.Text.Encoding.UTF8.GetBytes(json), shape, "");

    private static int Compare(Type type, object left, object right) =>
        (int)type.GetMethod("CompareTo", [type])!.Invoke(left, [right])!;
}
