using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Simpler values than a given one, the simplest first; by kind, from the shape of its type.</summary>
internal static class Simplification
{
    /// <summary>Values that differ from a value in one place and are simpler there.</summary>
    public static IEnumerable<object> Of(object value, Type declared) => Of(value, Shape.Of(declared));

    /// <summary>Simpler values of a scalar: the least, then ever closer to it.</summary>
    public static IEnumerable<object> OfScalar(object value)
    {
        var shape = (Shape.Scalar)Shape.Of(value.GetType());
        foreach (var raw in Numbers(shape.Raw(value), shape.Least)) yield return shape.From(raw);
    }

    private static IEnumerable<object> Of(object? value, Shape shape) => value is null ? [] : shape switch
    {
        Shape.Scalar => OfScalar(value),
        Shape.Integer integer => Integers(value, integer),
        Shape.Flag => (bool)value ? [false] : [],
        Shape.Choice choice => Choices(value, choice),
        Shape.Optional optional => Of(value, optional.Item),
        Shape.Many many => Lists(value, many),
        Shape.Union union => Of(value, union.CaseOf(value)),
        Shape.Product product => Fields(value, product),
        _ => [],
    };

    private static IEnumerable<object> Fields(object value, Shape.Product product)
    {
        for (var i = 0; i < product.Fields.Count; i++)
        {
            var field = product.Get(value, i);
            if (field is null) continue;
            if (product.Fields[i].IsOptional) yield return product.With(value, i, null);
            foreach (var simpler in Of(field, product.Fields[i].Shape)) yield return product.With(value, i, simpler);
        }
    }

    private static IEnumerable<object> Lists(object value, Shape.Many many)
    {
        var items = many.Items(value);
        for (var i = items.Count - 1; i >= 0 && items.Count > 1; i--)
            yield return many.From([.. items.Take(i), .. items.Skip(i + 1)]);
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var simpler in Of(items[i], many.Item))
                yield return many.From([.. items.Take(i), simpler, .. items.Skip(i + 1)]);
        }
    }

    private static IEnumerable<object> Choices(object value, Shape.Choice choice)
    {
        var bits = choice.Bits(value);
        if (choice.IsSet)
        {
            for (var rest = bits; rest != 0; rest &= rest - 1)
                if ((bits & ~(rest & (0 - rest))) != 0) yield return choice.From(bits & ~(rest & (0 - rest)));
            yield break;
        }

        foreach (var member in choice.Members)
        {
            if (member.Bits == bits) yield break;
            yield return choice.From(member.Bits);
        }
    }

    private static IEnumerable<object> Integers(object value, Shape.Integer integer)
    {
        var number = integer.Value(value);
        if (number <= 0 || number > ulong.MaxValue) yield break;
        foreach (var simpler in Numbers((ulong)number, 0)) yield return integer.From(simpler);
    }

    // The least; a page or two, which are the simplest addresses; without the offset; without the top bit; half.
    private static IEnumerable<ulong> Numbers(ulong raw, ulong least)
    {
        var tried = new List<ulong>();
        ulong[] candidates =
        [
            least, Page.Bytes, 2 * Page.Bytes, raw & ~(Page.Bytes - 1), raw & (raw - 1),
            raw & ~(1ul << (63 - (int)ulong.LeadingZeroCount(raw | 1))), raw / 2, raw - 1,
        ];
        foreach (var candidate in candidates)
        {
            if (candidate < least || candidate >= raw || tried.Contains(candidate)) continue;
            tried.Add(candidate);
            yield return candidate;
        }
    }
}
