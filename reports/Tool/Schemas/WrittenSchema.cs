namespace IoSpec.Tool.Schemas;

/// <summary>Schemas that are written by hand, because what they describe is.</summary>
internal static class WrittenSchema
{
    public static string Read(string name)
    {
        using var stream = typeof(WrittenSchema).Assembly.GetManifestResourceStream($"{name}.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
