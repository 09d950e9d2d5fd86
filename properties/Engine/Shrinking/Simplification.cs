using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Simpler values than a given one, place by place; by kind, from the shape of its type.</summary>
/// <remarks>A place is a path of indices: fields of products, items of lists, 0 for what an optional holds.</remarks>
internal static class Simplification
{
    private static readonly IEnumerable<object?> Nothing = [null];

    /// <summary>The places of a value that can be simplified.</summary>
    public static IReadOnlyList<int[]> PlacesOf(object value, Type declared)
    {
        var places = new List<int[]>();
        Collect(value, Shape.Of(declared), [], places);
        return places;
    }

    /// <summary>Values that differ from a value at one place and are simpler there, the simplest first.</summary>
    public static IEnumerable<object> At(object value, Type declared, int[] place) => At(value, declared, place, Here);

    /// <summary>Values that differ from a value at one place, as a function of what is there says.</summary>
    public static IEnumerable<object> At(
        object value, Type declared, int[] place, Func<object, Shape, IEnumerable<object?>> here) =>
        At(value, Shape.Of(declared), place.AsMemory(), here).OfType<object>();

    /// <summary>What is at a place of a value.</summary>
    public static object? There(object value, Type declared, int[] place)
    {
        object? found = null;
        foreach (var _ in At(value, declared, place, (there, _) => [found = there])) break;
        return found;
    }

    /// <summary>Simpler values of a scalar: the least, then ever closer to it.</summary>
    public static IEnumerable<object> OfScalar(object value)
    {
        var shape = (Shape.Scalar)Shape.Of(value.GetType());
        var raw = shape.Raw(value);
        var simpler = value is Word ? FewerBits(raw)
            : value is Gpa or Iova && raw % 8 == 0 ? Numbers(raw, shape.Least).Where(number => number % 8 == 0)
            : Numbers(raw, shape.Least);
        foreach (var number in simpler) yield return shape.From(number);
    }

    private static void Collect(object? value, Shape shape, int[] place, List<int[]> places)
    {
        if (value is null) return;
        switch (shape)
        {
            case Shape.Union union: Collect(value, union.CaseOf(value), place, places); break;
            case Shape.Product product:
                for (var i = 0; i < product.Fields.Count; i++)
                    Collect(product.Get(value, i), product.Fields[i].Shape, [.. place, i], places);
                break;
            case Shape.Optional optional:
                places.Add(place);
                Collect(value, optional.Item, [.. place, 0], places);
                break;
            case Shape.Many many:
                places.Add(place);
                var items = many.Items(value);
                for (var i = 0; i < items.Count; i++) Collect(items[i], many.Item, [.. place, i], places);
                break;
            default: places.Add(place); break;
        }
    }

    private static IEnumerable<object?> At(
        object? value, Shape shape, ReadOnlyMemory<int> place, Func<object, Shape, IEnumerable<object?>> here)
    {
        if (value is null) return [];
        if (shape is Shape.Union union) return At(value, union.CaseOf(value), place, here);
        if (place.Length == 0) return here(value, shape);
        var index = place.Span[0];
        var inner = place[1..];
        return shape switch
        {
            Shape.Optional optional => At(value, optional.Item, inner, here),
            Shape.Product product => At(product.Get(value, index), product.Fields[index].Shape, inner, here)
                .Select(simpler => product.With(value, index, simpler)),
            Shape.Many many => many.Items(value) is var items && index < items.Count
                ? At(items[index], many.Item, inner, here).OfType<object>()
                    .Select(simpler => many.From([.. items.Take(index), simpler, .. items.Skip(index + 1)]))
                : [],
            _ => [],
        };
    }

    private static IEnumerable<object?> Here(object value, Shape shape) => shape switch
    {
        Shape.Optional => Nothing,
        Shape.Scalar => OfScalar(value),
        Shape.Integer integer => Integers(value, integer),
        Shape.Flag => (bool)value ? [false] : [],
        Shape.Choice choice => Choices(value, choice),
        Shape.Many many => Shorter(value, many),
        _ => [],
    };

    private static IEnumerable<object> Shorter(object value, Shape.Many many)
    {
        var items = many.Items(value);
        for (var i = items.Count - 1; i >= 0 && items.Count > 1; i--)
            yield return many.From([.. items.Take(i), .. items.Skip(i + 1)]);
    }

    // Of a set, one member alone and then all but one; else what is declared before it.
    private static IEnumerable<object> Choices(object value, Shape.Choice choice)
    {
        var bits = choice.Bits(value);
        if (!choice.IsSet)
        {
            foreach (var member in choice.Members.TakeWhile(member => member.Bits < bits))
                yield return choice.From(member.Bits);
            yield break;
        }

        var members = choice.Members.Where(member => (bits & member.Bits) != 0).ToList();
        if (members.Count > 2) yield return choice.From(members[0].Bits);
        if (members.Count < 2) yield break;
        foreach (var member in members) yield return choice.From(bits & ~member.Bits);
    }

    private static IEnumerable<object> Integers(object value, Shape.Integer integer)
    {
        var number = integer.Value(value);
        if (number <= 0 || number > ulong.MaxValue) yield break;
        foreach (var simpler in Numbers((ulong)number, 0)) yield return integer.From(simpler);
    }

    // A word is many fields: no bit of it, the lowest alone, or all but its lowest.
    private static IEnumerable<ulong> FewerBits(ulong raw)
    {
        if (raw > 0) yield return 0;
        if (raw > 1) yield return 1;
        if ((raw & (raw - 1)) > 1) yield return raw & (raw - 1);
    }

    // The least and the next; a page, which is the simplest address; without the lowest bit; half.
    // One less only of small numbers: a large one would be walked down step by step.
    private static IEnumerable<ulong> Numbers(ulong raw, ulong least)
    {
        var tried = new List<ulong>();
        ulong[] candidates =
            [least, least + 1, Page.Bytes, raw & (raw - 1), raw / 2, raw < 64 ? raw - 1 : raw];
        foreach (var candidate in candidates)
        {
            if (candidate < least || candidate >= raw || tried.Contains(candidate)) continue;
            tried.Add(candidate);
            yield return candidate;
        }
    }
}
