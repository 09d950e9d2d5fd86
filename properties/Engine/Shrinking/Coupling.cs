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

    /// <summary>The operation with one scalar replaced by another wherever it occurs.</summary>
    public static Operation Replace(Operation operation, object old, object by) =>
        Renaming.Of(operation, value => value.Equals(old) ? by : value);

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
}
