using IoSpec.Targets;
using Xunit;

namespace IoSpec.Tests.Support;

/// <summary>The languages of sample plug-ins.</summary>
/// <remarks>Where one is missing, tests are skipped, unless that is not allowed.</remarks>
internal static class Language
{
    private const string Variable = "IOSPEC_REQUIRE_LANGUAGES";

    /// <summary>Skips the test, with the reason, where plug-ins in a language cannot be built or run.</summary>
    /// <param name="name">The language.</param>
    public static void Require(string name)
    {
        var language = LanguageProgram.All.Single(l => l.Language == name);
        if (language.Version() is not null) return;
        var reason = $"{language.Program} is not on the PATH";
        Assert.False(Environment.GetEnvironmentVariable(Variable) == "1", $"{Variable}=1, but {reason}");
        Skip.If(true, reason);
    }
}
