using System.Text.RegularExpressions;
using IoSpec.Tests.Support;

namespace IoSpec.Tests.Architecture;

/// <summary>A file of C#, as far as it can be understood without a compiler.</summary>
/// <param name="Path">Its path from the root.</param>
/// <param name="Code">Its text without the lines that are comments.</param>
internal sealed record SourceFile(string Path, string Code)
{
    private static readonly Regex Declaration = Pattern.Of(@"^namespace\s+(?<found>[\w.]+)");
    private static readonly Regex FullName = Pattern.Of(@"(?<!^namespace )\b(?<found>IoSpec(\.[A-Z]\w*)+)");
    private static readonly Regex TypeName =
        Pattern.Of(@"\b(class|record struct|record|struct|interface|enum)\s+(?<found>[A-Z]\w*)");

    /// <summary>Its room; null outside the rooms.</summary>
    public string? Room => Rooms.Of(Path);

    /// <summary>Its area; null if it belongs to none.</summary>
    public string? Area => Rooms.AreaOf(Path);

    /// <summary>Its namespace; null if it has none.</summary>
    public string? Namespace { get; } = Declaration.All(Code).FirstOrDefault();

    /// <summary>The namespace that all of its folders would make.</summary>
    public string Folders =>
        $"IoSpec.{string.Join('.', Path.Split('/').Skip(1).SkipLast(1).Select(Rooms.NamespaceOf))}";

    /// <summary>What it names with the suite's full name, besides its own namespace.</summary>
    public IReadOnlyList<string> Names { get; } =
        [.. FullName.All(Code).Distinct(StringComparer.Ordinal)];

    /// <summary>The types that it declares.</summary>
    public IReadOnlyList<string> Types { get; } =
        [.. TypeName.All(Code).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path from the root.</param>
    /// <returns>The file.</returns>
    public static SourceFile Read(string path) => Parse(path, Repository.Text(path));

    /// <summary>Makes a file of text.</summary>
    /// <param name="path">Its path from the root.</param>
    /// <param name="text">The text.</param>
    /// <returns>The file.</returns>
    public static SourceFile Parse(string path, string text) =>
        new(path, string.Join('\n', text.Split('\n').Where(line => !line.AsSpan().TrimStart().StartsWith("//"))));

    /// <summary>Whether a word is in the code where a type can be, and not the name of a member.</summary>
    /// <param name="word">The word.</param>
    /// <returns>True if it is.</returns>
    public bool MentionsType(string word) => Pattern.Of(
        $@"(?<![.\w]){word}(?=(\[\])?\??\s+\w|[.(<>])|(?<=\b(new|is|as)\s|:\s){word}\b").IsMatch(Code);
}
