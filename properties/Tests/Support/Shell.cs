using System.Diagnostics;
using Xunit;

namespace IoSpec.Tests.Support;

/// <summary>Programs that have to succeed.</summary>
internal static class Shell
{
    /// <summary>Runs a program.</summary>
    /// <param name="program">Its path, or its name on the <c>PATH</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it wrote to its output.</returns>
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: exit code {process.ExitCode}: {output}{complaints.Result}");
        return output;
    }
}
