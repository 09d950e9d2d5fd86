using IoSpec.Contracts;

namespace IoSpec.Areas.Host;

/// <summary>What steps name: devices, guests, functions.</summary>
internal static class HostNames
{
    /// <summary>Every number that occurs in some steps.</summary>
    public static HashSet<object> Of(IEnumerable<Operation> operations)
    {
        var names = new HashSet<object>();
        foreach (var operation in operations) Collect(operation, Shape.Of(operation.GetType()), names);
        return names;
    }

    private static void Collect(object? value, Shape shape, HashSet<object> names)
    {
        if (value is null) return;
        switch (shape)
        {
            case Shape.Scalar: names.Add(value); break;
            case Shape.Optional optional: Collect(value, optional.Item, names); break;
            case Shape.Union union: Collect(value, union.CaseOf(value), names); break;
            case Shape.Many many:
                foreach (var item in many.Items(value)) Collect(item, many.Item, names);
                break;
            case Shape.Product product:
                for (var i = 0; i < product.Fields.Count; i++)
                    Collect(product.Get(value, i), product.Fields[i].Shape, names);
                break;
            default: break;
        }
    }
}
