using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Places of values as people read them.</summary>
internal static class PlaceText
{
    /// <summary>The name of a place, such as <c>scope.domain</c> or <c>writes[2].value</c>.</summary>
    public static string NameOf(object value, Type declared, int[] place)
    {
        var name = "";
        Follow(value, Shape.Of(declared), place, part => name += part);
        return name.TrimStart('.');
    }

    /// <summary>What is at a place.</summary>
    public static object? ValueAt(object value, Type declared, int[] place) =>
        Follow(value, Shape.Of(declared), place, _ => { });

    private static object? Follow(object? value, Shape shape, int[] place, Action<string> step)
    {
        foreach (var index in place)
        {
            if (value is null) return null;
            if (shape is Shape.Union union) shape = union.CaseOf(value);
            switch (shape)
            {
                case Shape.Product product:
                    step("." + product.Fields[index].Name);
                    (value, shape) = (product.Get(value, index), product.Fields[index].Shape);
                    break;
                case Shape.Many many:
                    step($"[{index.ToText()}]");
                    (value, shape) = (many.Items(value)[index], many.Item);
                    break;
                case Shape.Optional optional: shape = optional.Item; break;
                default: return value;
            }
        }

        return value;
    }
}
