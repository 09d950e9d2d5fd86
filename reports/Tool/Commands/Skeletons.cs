using IoSpec.Targets;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Commands;

/// <summary>Plug-ins to begin with, one for each language; they are parts of this program.</summary>
internal static class Skeletons
{
    private const string Prefix = "new/";
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly string[] Names = [.. typeof(Skeletons).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The languages, sorted.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Names.Select(n => n.Split('/')[1])
        .Distinct(StringComparer.Ordinal)];

    /// <summary>Writes a plug-in.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="folder">Where it goes.</param>
    /// <exception cref="UsageException">There is no such language, or something is there already.</exception>
    public static void Write(string language, string folder)
    {
        if (!Languages.Contains(language, StringComparer.Ordinal))
        {
            throw new UsageException($"unknown language '{language}'{NearMatch.Hint(language, Languages)} "
                + $"(languages are {string.Join(", ", Languages)})");
        }

        if (File.Exists(folder) || Directory.Exists(folder))
            throw new UsageException($"cannot write '{folder}': it is there already");
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var name in Names.Where(n => n.StartsWith($"{Prefix}{language}/", StringComparison.Ordinal)))
                WriteFile(name, Path.Combine(folder, name.Split('/')[2]));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write '{folder}': {exception.Message}");
        }
    }

    private static void WriteFile(string name, string path)
    {
        using (var source = typeof(Skeletons).Assembly.GetManifestResourceStream(name)!)
        using (var file = File.Create(path))
            source.CopyTo(file);
        if (!OperatingSystem.IsWindows() && Path.GetFileName(path) is "build" or "run")
            File.SetUnixFileMode(path, Executable);
    }
}
