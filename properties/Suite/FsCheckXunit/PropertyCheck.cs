using System.Reflection;
using IoSpec.Engine;
using IoSpec.Suite;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>Runs a property with the settings that are nearest to it.</summary>
internal static class PropertyCheck
{
    /// <summary>Runs a property.</summary>
    /// <param name="type">The class of the test.</param>
    /// <param name="method">The method.</param>
    /// <param name="instance">The test's own instance; null for a static method.</param>
    /// <param name="replay">The one value to try; null for what the attributes say.</param>
    /// <exception cref="PropertyFailedException">It does not hold.</exception>
    public static void Run(Type type, MethodInfo method, object? instance, string? replay)
    {
        var verdict = new PropertyVerdict();
        var name = $"{type.Name}.{method.Name}";
        var config = Configure(Attributes(type, method), name, replay).WithRunner(verdict).WithName(name);
        Check.Method(config, method, instance is null ? null : FSharpOption<object>.Some(instance));
        verdict.ThrowIfFailed();
    }

    private static PropertyAttribute[] Attributes(Type type, MethodInfo method) =>
    [
        method.GetCustomAttribute<PropertyAttribute>()!,
        .. type.GetCustomAttributes<PropertiesAttribute>(),
        .. type.Assembly.GetCustomAttributes<PropertiesAttribute>(),
    ];

    private static Config Configure(PropertyAttribute[] attributes, string name, string? replay)
    {
        var config = attributes.Any(a => a.Verbose) ? Config.Verbose : Config.Quick;
        replay ??= First(attributes, a => a.Replay);
        var tests = First(attributes, a => a.Tests) ?? SuiteVariables.Cases;
        config = config
            .WithReplay(replay is null ? Start(name) : Parse(replay))
            .WithMaxTest(tests ?? config.MaxTest)
            .WithMaxRejected(First(attributes, a => a.Rejected) ?? config.MaxRejected)
            .WithStartSize(First(attributes, a => a.First) ?? config.StartSize)
            .WithEndSize(First(attributes, a => a.Last) ?? config.EndSize)
            .WithQuietOnSuccess(attributes.Any(a => a.QuietOnSuccess));
        var arbitrary = attributes.SelectMany(a => a.Arbitrary ?? []).ToArray();
        return arbitrary.Length == 0 ? config : config.WithArbitrary(arbitrary);
    }

    // The same values in every run: from the name of the property and the seed of the run.
    private static FSharpOption<Replay> Start(string name)
    {
        var seed = Mix.Of(SuiteVariables.Seed ?? 1, name, 0);
        return FSharpOption<Replay>.Some(new Replay(new Rnd(seed, Mix.Of(seed, name, 1) | 1), FSharpOption<int>.None));
    }

    private static FSharpOption<Replay> Parse(string text)
    {
        var parts = text.Trim('(', ')').Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length is not (2 or 3)) throw new FormatException($"'{text}' is not seed,gamma or seed,gamma,size");
        var rnd = new Rnd(SuiteVariables.Number(parts[0]), SuiteVariables.Number(parts[1]));
        var size = parts.Length == 3
            ? FSharpOption<int>.Some((int)SuiteVariables.Number(parts[2]))
            : FSharpOption<int>.None;
        return FSharpOption<Replay>.Some(new Replay(rnd, size));
    }

    private static T? First<T>(PropertyAttribute[] attributes, Func<PropertyAttribute, T?> setting) =>
        attributes.Select(setting).FirstOrDefault(value => value is not null);
}
