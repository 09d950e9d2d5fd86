using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Formats;

/// <summary>The results of a run, and what lies beside them.</summary>
/// <param name="Path">The path of what was read.</param>
/// <param name="Utf8">The text of <c>results.json</c>.</param>
/// <param name="File">The bytes of a file that the results link to; null if it is not there.</param>
internal sealed record RunInput(string Path, byte[] Utf8, Func<string, byte[]?> File)
{
    /// <summary>The results of a run that is over.</summary>
    /// <param name="path">The path of its <c>results.json</c>.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static RunInput Read(string path) => Of(
        path, InputFile.Read(path, RunFolder.MostBytes),
        System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);

    /// <summary>Results whose links lead to files in a folder.</summary>
    /// <param name="path">What errors call them.</param>
    /// <param name="utf8">Their text.</param>
    /// <param name="folder">The folder.</param>
    public static RunInput Of(string path, byte[] utf8, string folder) => new(path, utf8, link => Bytes(folder, link));

    private static byte[]? Bytes(string folder, string link) =>
        PathOf(folder, link) is { } path && System.IO.File.Exists(path)
            ? InputFile.Read(path, Contracts.JsonCursor.MostBytes)
            : null;

    /// <summary>The path of a file that results link to; null if it is not below their folder.</summary>
    public static string? PathOf(string folder, string link)
    {
        if (link.Length == 0 || System.IO.Path.IsPathRooted(link) || link.Contains('\0', StringComparison.Ordinal))
            return null;
        var root = System.IO.Path.GetFullPath(folder);
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, link));
        var below = root.TrimEnd(System.IO.Path.DirectorySeparatorChar) + System.IO.Path.DirectorySeparatorChar;
        return path.StartsWith(below, StringComparison.Ordinal) ? path : null;
    }
}
