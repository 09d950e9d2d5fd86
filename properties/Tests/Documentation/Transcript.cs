using System.Diagnostics;
using System.Text.RegularExpressions;
using IoSpec.Exec;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Documentation;

/// <summary>A folder in which the sessions of a page are typed, one after another.</summary>
internal sealed class Transcript : IDisposable
{
    private const string Tool = "iospec";
    private const string Gap = "…";
    private static readonly Regex Spaces = Pattern.Of(@"\s+");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iospec-docs-");

    /// <summary>Makes the folder; in it, <c>fixtures</c> is that of the repository.</summary>
    public Transcript() => File.CreateSymbolicLink(
        Path.Combine(_folder.FullName, "fixtures"), Path.Combine(Repository.Root, "fixtures"));

    /// <summary>Types a command and compares what comes.</summary>
    /// <param name="place">Where it is written.</param>
    /// <param name="command">The command.</param>
    /// <param name="expected">The lines that have to come, in this order; between them others may.</param>
    public void Type(string place, string command, IReadOnlyList<string> expected)
    {
        var output = Run(CommandWords.Split(command));
        var lines = output.Split('\n').Select(Folded).ToList();
        var from = 0;
        foreach (var line in expected.Select(Folded).Where(line => line.Length > 0 && line != Gap))
        {
            var pattern = Pattern.Of("^" + string.Join(".*", line.Split(Gap).Select(Regex.Escape)) + "$");
            var found = lines.FindIndex(from, pattern.IsMatch);
            Assert.True(found >= 0, $"{place}: '{command}' does not print\n{line}\nbut\n{output}");
            from = found + 1;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Run(IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo
        {
            FileName = words[0] == Tool
                ? Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet"
                : Path.Combine(_folder.FullName, words[0]),
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        if (words[0] == Tool) start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "IoSpec.Tool.dll"));
        foreach (var word in words.Skip(1)) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode is 0 or 1, $"{string.Join(' ', words)}: exit code {process.ExitCode}: "
            + $"{output}{complaints.Result}");
        return output;
    }

    private static string Folded(string line) => Spaces.Replace(line.Trim(), " ");
}
