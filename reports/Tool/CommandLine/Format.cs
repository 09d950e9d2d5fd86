using IoSpec.Targets;

namespace IoSpec.Tool.CommandLine;

/// <summary>A form of output, and where it goes.</summary>
/// <param name="Name">The form.</param>
/// <param name="Path">The file; null for the output of the process.</param>
internal sealed record Format(string Name, string? Path)
{
    /// <summary>Reads forms of output.</summary>
    /// <param name="texts">Each a name, or a name and a path such as <c>json=out.json</c>.</param>
    /// <param name="known">The names that the command knows; the first is for people.</param>
    /// <returns>What is written to the process's output, which is exactly one form, and what to files.</returns>
    /// <exception cref="UsageException">A name is unknown, or two forms want the process's output.</exception>
    public static (string Main, IReadOnlyList<Format> Files) Read(
        IReadOnlyList<string> texts, params string[] known)
    {
        var all = texts.Select(text => One(text, known)).ToList();
        var main = all.Where(f => f.Path is null).Select(f => f.Name).Distinct(StringComparer.Ordinal).ToList();
        if (main.Count > 1)
            throw new UsageException($"--format: {main[0]} and {main[1]} cannot both go to the output; name files");
        return (main.Count == 0 ? known[0] : main[0], all.FindAll(f => f.Path is not null));
    }

    private static Format One(string text, string[] known)
    {
        var pair = text.Split('=', 2);
        if (!known.Contains(pair[0], StringComparer.Ordinal))
        {
            throw new UsageException(
                $"--format: unknown format '{pair[0]}'{NearMatch.Hint(pair[0], known)} (formats are "
                + $"{string.Join(", ", known)})");
        }

        if (pair.Length == 1) return new Format(pair[0], null);
        return pair[1].Length > 0
            ? new Format(pair[0], pair[1])
            : throw new UsageException($"--format: '{text}' names no file");
    }
}
