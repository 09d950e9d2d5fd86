using System.Globalization;

namespace IoSpec.Contracts;

/// <summary>Text from outside that is not what it should be; the message is one line that says where and why.</summary>
/// <param name="problem">What is wrong, without the place.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="column">The column in characters, from 1.</param>
/// <param name="path">The path such as <c>operations[3].at</c>; empty for the whole.</param>
/// <param name="source">The name of the file or stream; may be empty.</param>
public sealed class BadInputException(string problem, int line, int column, string path, string source = "")
    : Exception(Compose(problem, line, column, path, source))
{
    /// <summary>What is wrong, without the place; one line.</summary>
    public string Problem { get; } = OneLine.Of(problem);

    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The column in characters, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>The path of the member; one line.</summary>
    public string Path { get; } = OneLine.Of(path);

    private static string Compose(string problem, int line, int column, string path, string source) =>
        OneLine.Of(string.Create(
            CultureInfo.InvariantCulture,
            $"{Prefix(source, ":")}{line}:{column}: {Prefix(path, ": ")}{problem}"));

    private static string Prefix(string text, string end) => text.Length > 0 ? text + end : "";
}
