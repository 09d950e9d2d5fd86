using System.CommandLine;
using System.CommandLine.Parsing;

namespace IoSpec.Tool.CommandLine;

/// <summary>Options whose values are read by a function of ours: what it throws is the error.</summary>
internal static class OptionOf
{
    /// <summary>An option that may be given once.</summary>
    public static Option<T?> Value<T>(string name, string form, string about, Func<string, T> read)
        where T : struct => new(name)
        {
            Description = about,
            HelpName = form,
            CustomParser = result => Read<T?>(result, text => read(text)),
        };

    /// <summary>An option that may be given once, with what is an object.</summary>
    public static Option<T?> Object<T>(string name, string form, string about, Func<string, T> read)
        where T : class => new(name)
        {
            Description = about,
            HelpName = form,
            CustomParser = result => Read<T?>(result, read),
        };

    /// <summary>An option that may be given once, with text.</summary>
    public static Option<string?> Text(string name, string form, string about) =>
        new(name) { Description = about, HelpName = form };

    /// <summary>An option that may be given several times, with several values separated by commas each time.</summary>
    public static Option<string[]> List(string name, string form, string about, params string[] aliases) =>
        new(name, aliases)
        {
            Description = about,
            HelpName = form,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
            CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(','))],
        };

    private static T? Read<T>(ArgumentResult result, Func<string, T> read)
    {
        try
        {
            return read(result.Tokens[0].Value);
        }
        catch (UsageException problem)
        {
            result.AddError($"{(result.Parent as OptionResult)?.IdentifierToken?.Value}: {problem.Message}");
            return default;
        }
    }
}
