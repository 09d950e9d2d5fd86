using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>
/// An operation without its numbers, in a kind of configuration: what is avoided after it has lost the target several
/// times.
/// </summary>
internal static class Skeleton
{
    /// <summary>The kinds, choices and flags of an operation; the configuration's own ones before them.</summary>
    public static string Of(Configuration configuration, Operation operation)
    {
        var words = new List<string>();
        Choose(configuration, Shape.Of(configuration.GetType()), words);
        Collect(operation, Shape.Of(operation.GetType()), words);
        return string.Join(' ', words);
    }

    // What is deeper in a configuration varies too much for a loss to be met again.
    private static void Choose(Configuration configuration, Shape shape, List<string> words)
    {
        if (shape is Shape.Union union) shape = union.CaseOf(configuration);
        if (shape is not Shape.Product product) return;
        words.Add(product.Name);
        for (var i = 0; i < product.Fields.Count; i++)
        {
            if (product.Fields[i].Shape is Shape.Choice or Shape.Flag)
                words.Add(product.Get(configuration, i)!.ToString()!);
        }
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
