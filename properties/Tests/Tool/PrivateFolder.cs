using IoSpec.Tool.Output;
using Xunit;

namespace IoSpec.Tests.Tool;

/// <summary>Tests that set the folder for private findings, which is the process's.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PrivateFolder
{
    /// <summary>The collection.</summary>
    public const string Name = "private folder";

    /// <summary>Does something while the folder is set, or is not.</summary>
    internal static void While(string? folder, Action action)
    {
        var before = Environment.GetEnvironmentVariable(FailureFiles.Variable);
        try
        {
            Environment.SetEnvironmentVariable(FailureFiles.Variable, folder);
            action();
        }
        finally
        {
            Environment.SetEnvironmentVariable(FailureFiles.Variable, before);
        }
    }
}
