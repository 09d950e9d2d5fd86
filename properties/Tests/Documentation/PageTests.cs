using IoSpec.Exec;
using IoSpec.Tests.Support;
using IoSpec.Tool;
using IoSpec.Tool.CommandLine;
using Xunit;

namespace IoSpec.Tests.Documentation;

/// <summary>What the pages say is typed can be typed, and what they say comes does come.</summary>
public sealed class PageTests
{
    private static readonly string[] Pages =
        [.. Repository.Files.Where(path => path.EndsWith("README.md", StringComparison.Ordinal))];

    public static TheoryData<string> All { get; } = [.. Pages];

    public static TheoryData<string> WithSessions { get; } =
        [.. Pages.Where(page => FencedBlock.In(page).Any(block => block.IsSession))];

    [SkippableTheory]
    [Trait("Category", "Slow")]
    [MemberData(nameof(WithSessions))]
    public void Every_session_of_a_page_goes_as_it_says(string page)
    {
        foreach (var language in new[] { "c", "native", "python" }) Language.Require(language);
        using var transcript = new Transcript();
        foreach (var block in FencedBlock.In(page).Where(block => block.IsSession))
        {
            foreach (var (line, command, expected) in block.Commands())
                transcript.Type($"{page}:{line}", command, expected);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_command_in_a_block_is_one(string page)
    {
        var commands = FencedBlock.In(page).Where(block => block.Language.Length == 0)
            .SelectMany(block => block.Lines, (block, line) => line.StartsWith("$ ", StringComparison.Ordinal)
                ? line[2..]
                : line)
            .Where(line => line.StartsWith("iospec ", StringComparison.Ordinal));
        Findings.None(commands.Select(Problem).OfType<string>().Select(problem => $"{page}: {problem}"));
    }

    // What is behind two spaces is said of the command.
    private static string? Problem(string line)
    {
        var command = line.Split("  ")[0];
        var session = new Session(
            TextWriter.Null, TextWriter.Null, IsLive: false, HasColour: false, Width: 100, CancellationToken.None);
        var problem = EntryPoint.ProblemIn([.. CommandWords.Split(command).Skip(1)], session);
        return problem is null ? null : $"'{command}': {problem}";
    }
}
