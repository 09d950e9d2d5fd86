using IoSpec.Contracts;

namespace IoSpec.Tests.Support;

/// <summary>Values of a shape that hold every boundary value of every field at least once.</summary>
internal static class ShapeSamples
{
    private static readonly string[] Words = ["", "plain", "\"quotes\" \\ </b> \n\t\u0000\u001b\u2028 é 字 \U0001f600"];

    /// <summary>The values.</summary>
    /// <param name="shape">The shape.</param>
    /// <returns>At least one; null only if the shape is optional.</returns>
    public static IReadOnlyList<object?> Of(Shape shape) => shape switch
    {
        Shape.Flag => [false, true],
        Shape.Text => Words,
        Shape.Scalar scalar => [.. Numbers(scalar).Distinct().Select(scalar.From)],
        Shape.Integer integer => [integer.From(integer.Least), integer.From(0), integer.From(integer.Most)],
        Shape.Choice { IsSet: false } choice => [.. choice.Members.Select(member => choice.From(member.Bits))],
        Shape.Choice set => [.. Sets(set).Select(set.From)],
        Shape.Optional optional => [null, .. Of(optional.Item)],
        Shape.Many many => [.. Lists(many)],
        Shape.Product product => [.. Products(product)],
        Shape.Union union => [.. union.Cases.SelectMany(Of)],
        _ => throw new ArgumentException($"{shape} has no samples.", nameof(shape)),
    };

    private static ulong[] Numbers(Shape.Scalar scalar) => [0, scalar.Least, 1, scalar.Most / 2, scalar.Most];

    private static IEnumerable<ulong> Sets(Shape.Choice set)
    {
        yield return 0;
        foreach (var member in set.Members) yield return member.Bits;
        yield return set.Members.Aggregate(0ul, (bits, member) => bits | member.Bits);
    }

    private static IEnumerable<object> Lists(Shape.Many many)
    {
        var items = Of(many.Item).Select(item => item!).ToList();
        yield return many.From([]);
        foreach (var item in items) yield return many.From([item]);
        yield return many.From(items);
    }

    // As many values as the richest field has; the others begin again.
    private static IEnumerable<object> Products(Shape.Product product)
    {
        var fields = product.Fields.Select(field => Of(field.Shape)).ToList();
        var count = fields.Select(values => values.Count).DefaultIfEmpty(1).Max();
        for (var i = 0; i < count; i++)
            yield return product.Make(fields.Select(values => values[i % values.Count]).ToArray());
    }
}
