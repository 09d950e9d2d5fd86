using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>An operation without its numbers: what is avoided after it has lost the target several times.</summary>
internal static class Skeleton
{
    /// <summary>The kinds, choices and flags of an operation.</summary>
    public static string Of(Operation operation)
    {
        var words = new List<string>();
        Collect(operation, Shape.Of(operation.GetType()), words);
        return string.Join(' ', words);
    }

    private static void Collect(object? value, Shape shape, List<string> words)
    {
        switch (shape)
        {
            case Shape.Optional optional:
                words.Add(value is null ? "none" : "some");
                if (value is not null) Collect(value, optional.Item, words);
                break;
            case Shape.Union union: Collect(value, union.CaseOf(value!), words); break;
            case Shape.Product product:
                words.Add(product.Name);
                for (var i = 0; i < product.Fields.Count; i++)
                    Collect(product.Get(value!, i), product.Fields[i].Shape, words);
                break;
            case Shape.Choice or Shape.Flag: words.Add(value!.ToString()!); break;
            default: break;
        }
    }
}
