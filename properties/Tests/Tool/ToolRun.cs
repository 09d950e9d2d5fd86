using IoSpec.Tool;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tests.Tool;

/// <summary>The command in this process, with a folder of its own that goes when it is disposed of.</summary>
internal sealed class ToolRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iospec-tool-");

    /// <summary>What was written to the output by the last command.</summary>
    public string Output { get; private set; } = "";

    /// <summary>What was written to the error output by the last command.</summary>
    public string Error { get; private set; } = "";

    /// <summary>The path of a file or folder.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Its exit code.</returns>
    public int Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var session = new Session(output, error, IsLive: false, HasColour: false, Width: 100, CancellationToken.None);
        var code = EntryPoint.Run(arguments, session);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    /// <summary>Writes a file.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
