using IoSpec.Areas.Migration;
using IoSpec.Contracts;
using IoSpec.Tests.Tool;
using Xunit;

namespace IoSpec.Tests.VfioUser;

/// <summary>Servers that are started for a run, and the command that serves.</summary>
public sealed class ServerProgramTests
{
    [Fact]
    public void A_program_is_started_with_the_path_of_its_socket_and_judged()
    {
        using var tool = new ToolRun();
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "/usr/bin/dotnet";
        var program = Script(
            tool, $"exec {host} {Path.Combine(AppContext.BaseDirectory, "IoSpec.Tool.dll")} serve vfio-user reference");
        var result = ServedTarget.Judge(new MigrationArea(), tool["s"], 40, $"?run={program}");
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}"));
        Assert.Equal(40ul, result.Evidence.CasesRun);
        Assert.False(File.Exists(tool["s"]));
    }

    [Theory]
    [InlineData("exit 7", "ended with the code 7")]
    [InlineData("touch ${1#--socket-path=}; sleep 60", "no server listens")]
    public void A_program_that_does_not_serve_is_told(string body, string reason)
    {
        using var tool = new ToolRun();
        var exception = Assert.Throws<TargetUnavailableException>(
            () => ServedTarget.Judge(new MigrationArea(), tool["s"], 1, $"?run={Script(tool, body, end: "")}"));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void A_program_that_is_not_there_is_told()
    {
        using var tool = new ToolRun();
        Assert.Throws<TargetUnavailableException>(
            () => ServedTarget.Judge(new MigrationArea(), tool["s"], 1, "?run=/no/such/program"));
    }

    [Theory]
    [InlineData("nothing", "s", "unknown target 'nothing'")]
    [InlineData("mutant:dma-reuse", "s", "unknown target 'mutant:dma-reuse'")]
    [InlineData("qemu:smmuv3", "s", "offers neither the area migration nor dirty")]
    [InlineData("reference", "no/folder/s", "nobody can listen at")]
    public void What_cannot_be_served_is_an_error_of_usage(string target, string socket, string reason)
    {
        using var tool = new ToolRun();
        Assert.Equal(2, tool.Run("serve", "vfio-user", target, "--socket", tool[socket]));
        Assert.Contains(reason, tool.Error, StringComparison.Ordinal);
        Assert.Single(tool.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("vfio-user:")]
    [InlineData("vfio-user:/s?limit=0")]
    [InlineData("vfio-user:/s?limit=61")]
    [InlineData("vfio-user:/s?run=")]
    [InlineData("vfio-user:/s?log=nowhere")]
    [InlineData("vfio-user:/s?")]
    public void A_connection_that_cannot_be_meant_is_an_error_of_usage(string connection)
    {
        using var tool = new ToolRun();
        Assert.Equal(2, tool.Run("run", connection, "-a", "migration"));
        Assert.Single(tool.Error.TrimEnd().Split('\n'));
    }

    private static string Script(ToolRun tool, string body, string end = " \"$@\"")
    {
        var path = tool.Write("server", $"#!/bin/sh\nPATH=/usr/bin:/bin\n{body}{end}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }
}
