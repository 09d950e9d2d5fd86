using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using IoSpec.Contracts;
using IoSpec.Targets;

namespace IoSpec.Tool.CommandLine;

/// <summary>What is wrong with a command line, in one line.</summary>
internal static class CommandLineErrors
{
    /// <summary>The first thing that is wrong; null if nothing is, or if help was asked for.</summary>
    public static string? Find(ParseResult parsed)
    {
        if (parsed.Action is ParseErrorAction) return First(parsed);
        var unknown = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens)
            .FirstOrDefault(t => t.Value.StartsWith('-') && t.Value.Length > 1);
        return unknown is null || parsed.Errors.Count > 0 ? null : Unknown(parsed, unknown.Value);
    }

    private static string First(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var token, ..]) return Unknown(parsed, token);
        var message = OneLine.Of(parsed.Errors[0].Message.ReplaceLineEndings(" "));
        return command.Subcommands.Count > 0 && parsed.Errors.Count == 1
            ? $"'{PathOf(parsed)}' needs one of {string.Join(", ", Names(command))}"
            : message;
    }

    private static string Unknown(ParseResult parsed, string word)
    {
        var command = parsed.CommandResult.Command;
        var known = Names(command).Concat(command.Options.Select(o => o.Name));
        return $"'{PathOf(parsed)}' does not know '{word}'{NearMatch.Hint(word, known)}";
    }

    private static IEnumerable<string> Names(Command command) =>
        command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name);

    private static string PathOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result is not null;)
        {
            names.Insert(0, result.Command is RootCommand ? "iospec" : result.Command.Name);
            result = result.Parent as CommandResult;
        }

        return string.Join(' ', names);
    }
}
