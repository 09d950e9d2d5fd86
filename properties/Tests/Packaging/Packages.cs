using System.Diagnostics;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Packaging;

/// <summary>The packages of this build in a folder, and a user's folder that knows nothing but them.</summary>
internal sealed class Packages : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iospec-packages-");

    /// <summary>Packs what was built with the tests.</summary>
    public Packages()
    {
        Directory.CreateDirectory(this["user"]);
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        Dotnet(
            0, "pack", Path.Combine(Repository.Root, "ConformanceSuite.sln"), "-c", configuration, "--no-build", "-m:1",
            "-o", Feed);
    }

    /// <summary>Where the packages are.</summary>
    public string Feed => this["feed"];

    /// <summary>The path of a file or folder of the user's.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    // What others have published and this machine has restored before is not fetched again.
    private static string Restored => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Runs the SDK in the user's folder.</summary>
    /// <param name="code">The exit code that is expected.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it printed.</returns>
    public string Dotnet(int code, params string[] arguments) =>
        Run(code, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);

    /// <summary>Runs a program in the user's folder.</summary>
    /// <param name="code">The exit code that is expected.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it printed.</returns>
    public string Run(int code, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = this["user"],
            RedirectStandardOutput = true,
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.Ordinal)))
            start.Environment.Remove(name);
        start.Environment["NUGET_PACKAGES"] = this["restored"];
        start.Environment["RestoreFallbackFolders"] = Restored;
        start.Environment["RestoreAdditionalProjectSources"] = Feed;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(
            process.ExitCode == code,
            $"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}: {output}{complaints.Result}");
        return output;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
