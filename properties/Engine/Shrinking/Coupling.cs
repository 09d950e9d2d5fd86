using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Numbers that occur in several operations and mean the same thing there.</summary>
internal static class Coupling
{
    /// <summary>The scalars that occur more than once, in the order of their first occurrence.</summary>
    public static IReadOnlyList<object> ValuesOf(IReadOnlyList<Operation> operations)
    {
        var once = new List<object>();
        var often = new List<object>();
        foreach (var operation in operations) Collect(operation, Shape.Of(operation.GetType()), once, often);
        return often;
    }

    /// <summary>The value with one scalar replaced by another wherever it occurs.</summary>
    public static object Replace(object value, object old, object by) =>
        Replace(value, Shape.Of(value.GetType()), old, by)!;

    private static void Collect(object? value, Shape shape, List<object> once, List<object> often)
    {
        switch (shape)
        {
            case Shape.Scalar when value is not null:
                if (!once.Contains(value)) once.Add(value);
                else if (!often.Contains(value)) often.Add(value);
                break;
            case Shape.Optional optional: Collect(value, optional.Item, once, often); break;
            case Shape.Union union when value is not null: Collect(value, union.CaseOf(value), once, often); break;
            case Shape.Many many when value is not null:
                foreach (var item in many.Items(value)) Collect(item, many.Item, once, often);
                break;
            case Shape.Product product when value is not null:
                for (var i = 0; i < product.Fields.Count; i++)
                    Collect(product.Get(value, i), product.Fields[i].Shape, once, often);
                break;
            default: break;
        }
    }

    private static object? Replace(object? value, Shape shape, object old, object by)
    {
        switch (shape)
        {
            case Shape.Scalar: return Equals(value, old) ? by : value;
            case Shape.Optional optional: return value is null ? null : Replace(value, optional.Item, old, by);
            case Shape.Union union: return Replace(value, union.CaseOf(value!), old, by);
            case Shape.Many many:
                return many.From([.. many.Items(value!).Select(item => Replace(item, many.Item, old, by)!)]);
            case Shape.Product product:
                for (var i = 0; i < product.Fields.Count; i++)
                {
                    var field = product.Get(value!, i);
                    var replaced = Replace(field, product.Fields[i].Shape, old, by);
                    if (!Equals(field, replaced)) value = product.With(value!, i, replaced);
                }

                return value;
            default: return value;
        }
    }
}
