using System.IO.Enumeration;

namespace IoSpec.Tests.Support;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repository
{
    private const string Marker = "ConformanceSuite.sln";

    private static readonly Lazy<string> Found = new(Find);
    private static readonly Lazy<string[]> Listed = new(() => [.. List("").Order(StringComparer.Ordinal)]);

    // Of the version control's patterns: names with stars, folders with a slash at the end, paths from the root.
    private static readonly Lazy<string[]> Ignored = new(() => Array.FindAll(
        File.ReadAllLines(Path.Combine(Root, ".gitignore")), line => line.Length > 0 && line[0] != '#'));

    /// <summary>The folder that holds the solution.</summary>
    public static string Root => Found.Value;

    /// <summary>The paths from the root of all files that are not ignored, in ordinal order.</summary>
    public static IReadOnlyList<string> Files => Listed.Value;

    /// <summary>The files of C#.</summary>
    public static IEnumerable<string> Sources => Files.Where(path => path.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>The text of a file.</summary>
    /// <param name="path">Its path from the root.</param>
    /// <returns>The text.</returns>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The lines of a file.</summary>
    /// <param name="path">Its path from the root.</param>
    /// <returns>The lines, without their ends.</returns>
    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    /// <summary>The names right below the root that are not ignored.</summary>
    /// <returns>The names in ordinal order.</returns>
    public static IReadOnlyList<string> TopLevel() =>
        [.. Entries("").Select(entry => entry.Path).Order(StringComparer.Ordinal)];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No {Marker} above {AppContext.BaseDirectory}.");
    }

    private static IEnumerable<string> List(string folder)
    {
        foreach (var (path, isFolder) in Entries(folder))
        {
            if (!isFolder) yield return path;
            else foreach (var below in List(path + "/")) yield return below;
        }
    }

    // A folder without a file is none for the version control.
    private static IEnumerable<(string Path, bool IsFolder)> Entries(string folder)
    {
        foreach (var entry in new DirectoryInfo(Path.Combine(Root, folder)).EnumerateFileSystemInfos())
        {
            var isFolder = entry is DirectoryInfo;
            var path = folder + entry.Name;
            if (entry.Name == ".git" || IsIgnored(path, entry.Name, isFolder)) continue;
            if (!isFolder || List(path + "/").Any()) yield return (path, isFolder);
        }
    }

    private static bool IsIgnored(string path, string name, bool isFolder)
    {
        foreach (var rule in Ignored.Value)
        {
            var ofFolder = rule.EndsWith('/');
            var pattern = rule.TrimEnd('/');
            if (ofFolder && !isFolder) continue;
            if (pattern.Contains('/', StringComparison.Ordinal)
                ? path == pattern
                : FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false))
                return true;
        }

        return false;
    }
}
