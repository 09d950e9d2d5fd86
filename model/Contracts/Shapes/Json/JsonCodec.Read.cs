namespace IoSpec.Contracts;

public static partial class JsonCodec
{
    /// <summary>Reads the value of a whole text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="shape">The declared shape.</param>
    /// <param name="source">What errors call the text: the name of the file or stream; may be empty.</param>
    /// <returns>The value; null only if the shape is optional.</returns>
    /// <exception cref="BadInputException">The text is not such a value.</exception>
    public static object? Read(ReadOnlySpan<byte> utf8, Shape shape, string source)
    {
        var cursor = new JsonCursor(utf8, source);
        var value = Read(ref cursor, shape);
        cursor.End();
        return value;
    }

    /// <summary>Reads the value at a cursor.</summary>
    /// <param name="cursor">The cursor; it is left on the last token of the value.</param>
    /// <param name="shape">The declared shape.</param>
    /// <returns>The value; null only if the shape is optional.</returns>
    /// <exception cref="BadInputException">The text is not such a value.</exception>
    public static object? Read(ref JsonCursor cursor, Shape shape) => shape switch
    {
        Shape.Optional optional => cursor.IsNull ? null : Read(ref cursor, optional.Item),
        Shape.Flag => cursor.Flag(),
        Shape.Text => cursor.Text(),
        Shape.Scalar scalar => scalar.From(cursor.Hexadecimal(scalar.Most)),
        Shape.Integer integer when integer.Type == typeof(ulong) => cursor.Hexadecimal(ulong.MaxValue),
        Shape.Integer integer => integer.From(cursor.Integer(integer.Least, integer.Most)),
        Shape.Choice { IsSet: true } set => ReadSet(ref cursor, set),
        Shape.Choice choice => choice.From(ReadName(ref cursor, choice)),
        Shape.Many many => ReadList(ref cursor, many),
        Shape.Product product => ReadFields(
            ref cursor, product, new JsonMembers(ref cursor, product.FieldNames, product.OptionalFields)),
        Shape.Union union => ReadCase(ref cursor, union),
        _ => throw new ArgumentException($"{shape} cannot be read."),
    };

    private static ulong ReadName(ref JsonCursor cursor, Shape.Choice shape)
    {
        var name = cursor.Text();
        foreach (var member in shape.Members)
        {
            if (member.Name == name) return member.Bits;
        }

        throw cursor.Bad($"expected one of {string.Join(", ", shape.Members.Select(member => member.Name))}");
    }

    private static object ReadSet(ref JsonCursor cursor, Shape.Choice shape)
    {
        var bits = 0ul;
        cursor.EnterList();
        while (cursor.NextItem())
        {
            var bit = ReadName(ref cursor, shape);
            if ((bits & bit) != 0) throw cursor.Bad("this name was there before");
            bits |= bit;
        }

        return shape.From(bits);
    }

    private static object ReadList(ref JsonCursor cursor, Shape.Many shape)
    {
        var items = new List<object>();
        cursor.EnterList();
        while (cursor.NextItem()) items.Add(Read(ref cursor, shape.Item)!);
        return shape.From(items);
    }

    private static object ReadCase(ref JsonCursor cursor, Shape.Union shape)
    {
        cursor.EnterObject(Shape.Union.KindMember);
        var found = shape.Find(cursor.Text())
            ?? throw cursor.Bad($"expected one of {string.Join(", ", shape.Cases.Select(c => c.Name))}");
        var members = new JsonMembers(found.FieldNames, found.OptionalFields, Shape.Union.KindMember);
        return ReadFields(ref cursor, found, members);
    }

    private static object ReadFields(ref JsonCursor cursor, Shape.Product shape, JsonMembers members)
    {
        var values = new object?[shape.Fields.Count];
        while (members.Next(ref cursor, out var index)) values[index] = Read(ref cursor, shape.Fields[index].Shape);
        return shape.Make(values);
    }
}
