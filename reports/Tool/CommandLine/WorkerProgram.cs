using IoSpec.Engine;
using IoSpec.Targets;

namespace IoSpec.Tool.CommandLine;

/// <summary>How this program starts itself as a worker.</summary>
internal static class WorkerProgram
{
    /// <summary>The hidden command of a worker.</summary>
    public const string Command = "worker";

    /// <summary>The option of a worker that checks what it sends to plug-ins.</summary>
    public const string CheckOption = "--check-requests";

    private static readonly WorkerCommand Found = Find();

    /// <summary>Whether workers check what they send to plug-ins.</summary>
    public static bool ChecksRequests { get; set; }

    public static WorkerCommand Start =>
        ChecksRequests ? Found with { Arguments = [.. Found.Arguments, CheckOption] } : Found;

    // Not the path of this process: that may be the host of somebody's tests.
    private static WorkerCommand Find()
    {
        var name = typeof(WorkerProgram).Assembly.GetName().Name!;
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? name + ".exe" : name);
        if (File.Exists(program)) return Of(program, [Command]);
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return Of(host, [Path.Combine(AppContext.BaseDirectory, name + ".dll"), Command]);
    }

    private static WorkerCommand Of(string program, string[] arguments) =>
        new(program, arguments) { Sweep = TargetProcess.Sweep };
}
