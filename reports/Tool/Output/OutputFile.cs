using System.Text;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Output;

/// <summary>Files that are whole or not there.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file under another name first, so that nobody sees half of it.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file under another name first, so that nobody sees half of it.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var part = IsDevice(path) ? path : path + ".part";
        try
        {
            if (part != path) CreateFolder(path);
            File.WriteAllBytes(part, bytes);
            if (part != path) File.Move(part, path, overwrite: true);
        }
        catch (Exception exception) when (IsFault(exception))
        {
            throw Problem(path, exception);
        }
    }

    /// <summary>Makes sure, before anything runs, that a file can be written; leaves nothing behind.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    public static void Check(string path)
    {
        if (IsDevice(path)) return;
        if (Directory.Exists(path)) throw new UsageException($"cannot write '{path}': it is a folder");
        try
        {
            var missing = MissingFolders(path);
            try
            {
                CreateFolder(path);
                var part = path + ".part";
                File.WriteAllText(part, "");
                File.Delete(part);
            }
            finally
            {
                foreach (var folder in missing.Where(Directory.Exists)) Directory.Delete(folder);
            }
        }
        catch (Exception exception) when (IsFault(exception))
        {
            throw Problem(path, exception);
        }
    }

    private static bool IsFault(Exception exception) => exception is IOException or UnauthorizedAccessException
        or ArgumentException or NotSupportedException;

    private static UsageException Problem(string path, Exception exception) =>
        new($"cannot write '{path}': {exception.Message}");

    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) && File.Exists(path);

    // The innermost first.
    private static List<string> MissingFolders(string path)
    {
        var missing = new List<string>();
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        for (; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
            missing.Add(folder);
        return missing;
    }

    private static void CreateFolder(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
    }
}
