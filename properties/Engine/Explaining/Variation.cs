using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Other values than a given one at a place, near ones first; none where nothing can be varied.</summary>
internal static class Variation
{
    private const int Most = 3;
    private const int Far = 16;
    private const int AddressBits = 32;

    /// <summary>Values that differ from a value at one place.</summary>
    public static IEnumerable<object> At(object value, Type declared, int[] place) =>
        Simplification.At(value, declared, place, Here);

    /// <summary>Other values of a scalar.</summary>
    public static IEnumerable<object> OfScalar(object value) =>
        Here(value, Shape.Of(value.GetType())).OfType<object>();

    private static IEnumerable<object?> Here(object value, Shape shape) =>
        Others(value, shape).Where(shape.Holds).Take(Most);

    private static IEnumerable<object> Others(object value, Shape shape) => shape switch
    {
        Shape.Scalar scalar => Numbers(scalar.Raw(value), 0, scalar.Most).Select(raw => scalar.From((ulong)raw)),
        Shape.Integer integer => Numbers(integer.Value(value), integer.Least, integer.Most).Select(integer.From),
        Shape.Flag => [!(bool)value],
        Shape.Choice choice => Choices(choice.Bits(value), choice),
        _ => [],
    };

    // Pages of what looks like an address, else ones.
    private static IEnumerable<Int128> Numbers(Int128 number, Int128 least, Int128 most)
    {
        var isAddress = most > (Int128.One << AddressBits) && number % (long)Page.Bytes == 0;
        Int128 unit = isAddress ? (long)Page.Bytes : 1;
        Int128[] others = [number + unit, number - unit, number + (Far * unit)];
        return others.Where(other => other >= least && other <= most);
    }

    private static IEnumerable<object> Choices(ulong bits, Shape.Choice choice) => choice.IsSet
        ? choice.Members.Select(member => choice.From(bits ^ member.Bits))
        : choice.Members.Where(member => member.Bits != bits).Select(member => choice.From(member.Bits));
}
