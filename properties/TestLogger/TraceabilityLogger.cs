using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;

namespace IoSpec.TestLogger;

/// <summary>
/// A logger of <c>dotnet test</c> that writes which requirements were tested, by which tests, and how they ended:
/// <c>--logger "iospec;LogFileName=requirements.md"</c>, or <c>.json</c>.
/// </summary>
/// <remarks>A test says by its trait <c>Requirement</c> what it is about; it may be about several.</remarks>
[FriendlyName("iospec")]
[ExtensionUri("logger://iospec/traceability/1")]
public sealed class TraceabilityLogger : ITestLoggerWithParameters
{
    private const string Folder = "TestRunDirectory";
    private const string FileName = "LogFileName";
    private const string Default = "requirements.md";

    private readonly Traceability _seen = new();

    /// <inheritdoc/>
    public void Initialize(TestLoggerEvents events, string testRunDirectory) =>
        Initialize(events, new Dictionary<string, string?>(StringComparer.Ordinal) { [Folder] = testRunDirectory });

    /// <inheritdoc/>
    public void Initialize(TestLoggerEvents events, Dictionary<string, string?> parameters)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(parameters);
        var path = Path.Combine(
            parameters.GetValueOrDefault(Folder) ?? ".", parameters.GetValueOrDefault(FileName) ?? Default);
        events.TestResult += (_, told) => _seen.Add(told.Result);
        events.TestRunComplete += (_, told) => Write(path, isWhole: !told.IsAborted && !told.IsCanceled);
    }

    private void Write(string path, bool isWhole)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var isJson = Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);
        File.WriteAllText(path, isJson ? _seen.ToJson(isWhole) : _seen.ToMarkdown(isWhole));
        Console.WriteLine($"Requirements: {path}");
    }
}
