using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Gives the scalars of an operation, and the steps that it holds results of, other values.</summary>
internal static class Renaming
{
    /// <summary>The operation with other values.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="renamed">What a scalar, or a <see cref="Held"/>, becomes; itself where it stays.</param>
    /// <returns>The operation; the same object if all stays.</returns>
    public static Operation Of(Operation operation, Func<object, object> renamed) =>
        (Operation)Of(operation, Shape.Of(operation.GetType()), renamed)!;

    private static object? Of(object? value, Shape shape, Func<object, object> renamed)
    {
        if (value is null) return null;
        switch (shape)
        {
            case Shape.Scalar: return renamed(value);
            case Shape.Product when value is Held: return renamed(value);
            case Shape.Optional optional: return Of(value, optional.Item, renamed);
            case Shape.Union union: return Of(value, union.CaseOf(value), renamed);
            case Shape.Many many:
                return many.From([.. many.Items(value).Select(item => Of(item, many.Item, renamed)!)]);
            case Shape.Product product:
                for (var i = 0; i < product.Fields.Count; i++)
                {
                    var field = product.Get(value, i);
                    var other = Of(field, product.Fields[i].Shape, renamed);
                    if (!Equals(field, other)) value = product.With(value, i, other);
                }

                return value;
            default: return value;
        }
    }
}
